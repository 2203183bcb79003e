// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingspanel.h"

#include "gui/auditscene.h"
#include "gui/roworder.h"
#include "gui/statecolors.h"
#include "gui/symbolicicon.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace tokendesk {

namespace {

/// Following a large selection would be slow and show nothing that can be read.
constexpr int mostFollowed = 200;

QString severitySymbol(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Critical:
        return QStringLiteral("severity-critical");
    case FindingSeverity::High:
        return QStringLiteral("severity-high");
    case FindingSeverity::Medium:
        return QStringLiteral("severity-medium");
    case FindingSeverity::Low:
        return QStringLiteral("severity-low");
    }
    Q_UNREACHABLE();
}

QColor severityColor(FindingSeverity severity, const QColor &ground)
{
    QRgb okabeIto = 0;
    switch (severity) {
    case FindingSeverity::Critical:
        okabeIto = 0xFFCC79A7;
        break;
    case FindingSeverity::High:
        okabeIto = 0xFFD55E00;
        break;
    case FindingSeverity::Medium:
        okabeIto = 0xFFE69F00;
        break;
    case FindingSeverity::Low:
        okabeIto = 0xFF0072B2;
        break;
    }
    return readableOn(QColor::fromRgb(okabeIto), ground);
}

class FindingsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(FindingsModel::HiddenRole).toBool())
            option->font.setItalic(true);
        if (index.column() != FindingsModel::Severity)
            return;
        const auto severity = static_cast<FindingSeverity>(index.data(FindingsModel::SeverityRole).toInt());
        const bool selected = option->state.testFlag(QStyle::State_Selected);
        const QColor ground = option->palette.color(selected ? QPalette::Highlight : QPalette::Base);
        const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
        QPixmap symbol = symbolPixmap(severitySymbol(severity), severityColor(severity, ground), qRound(14 * ratio));
        symbol.setDevicePixelRatio(ratio);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = QIcon(symbol);
        option->decorationSize = QSize(14, 14);
    }
};

} // namespace

FindingsPanel::FindingsPanel(AuditScene &scene, FindingsModel &model, QWidget *parent)
    : AuditPanel(parent), m_scene(scene), m_model(model), m_title(new QLabel(tr("Findings"), this)),
      m_subtitle(new QLabel(this)), m_showHidden(new QCheckBox(tr("Show hi&dden"), this)),
      m_table(new QTableView(this)), m_hide(new QPushButton(tr("H&ide"), this)),
      m_revoke(new QPushButton(tr("Revo&ke…"), this)), m_empty(new QLabel(this))
{
    setObjectName(QStringLiteral("findingsPanel"));
    makePanelTitle(m_title);
    m_title->setBuddy(m_table);
    m_subtitle->setObjectName(QStringLiteral("findingsSubtitle"));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_showHidden->setObjectName(QStringLiteral("showHiddenFindings"));
    m_showHidden->setAccessibleName(tr("Show hidden findings"));
    m_hide->setObjectName(QStringLiteral("hideFinding"));
    m_hide->setAccessibleName(tr("Hide the selected findings"));
    m_revoke->setObjectName(QStringLiteral("revokeFinding"));
    m_revoke->setAccessibleName(tr("Revoke the tokens of the selected findings"));
    m_empty->setObjectName(QStringLiteral("noFindings"));
    m_empty->setTextFormat(Qt::PlainText);

    m_table->setObjectName(QStringLiteral("findingsTable"));
    m_table->setAccessibleName(tr("Findings, worst first"));
    m_table->setModel(&model);
    keepRowOrderFromHeaders(*m_table);
    m_table->setItemDelegate(new FindingsDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setColumnHidden(FindingsModel::Number, true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setObjectName(QStringLiteral("findingsHeader"));
    m_table->horizontalHeader()->setAccessibleName(tr("Columns"));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(FindingsModel::Severity, fontMetrics().averageCharWidth() * 16);
    m_table->setColumnWidth(FindingsModel::Token, fontMetrics().averageCharWidth() * 26);
    m_table->setMinimumHeight(160);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title);
    top->addWidget(m_subtitle, 1);
    top->addWidget(m_showHidden);
    top->addWidget(m_hide);
    top->addWidget(m_revoke);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(top);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        tellSelection();
        updateButtons();
    });
    connect(&scene, &AuditScene::selectionChanged, this, &FindingsPanel::followSelection);
    connect(m_showHidden, &QCheckBox::toggled, &model, &FindingsModel::setShowHidden);
    connect(m_showHidden, &QCheckBox::toggled, this, &FindingsPanel::updateTexts);
    connect(m_hide, &QPushButton::clicked, this, &FindingsPanel::hideSelected);
    connect(m_revoke, &QPushButton::clicked, this, &FindingsPanel::revokeSelected);
    connect(m_table, &QWidget::customContextMenuRequested, this, &FindingsPanel::showMenu);
    updateTexts();
}

void FindingsPanel::setActive(bool active)
{
    m_active = active;
    updateButtons();
}

void FindingsPanel::updateTexts()
{
    const int count = m_model.rowCount();
    QStringList words;
    if (count > 0)
        words << tr("%Ln token(s), worst first", nullptr, count);
    if (m_model.hiddenCount() > 0)
        words << tr("%Ln hidden", nullptr, m_model.hiddenCount());
    m_subtitle->setText(words.join(QStringLiteral(" · ")));
    m_empty->setText(tr("Nothing needs attention."));
    m_empty->setVisible(count == 0);
    m_table->setVisible(count > 0);
    m_showHidden->setVisible(m_model.hiddenCount() > 0 || m_model.showsHidden());
    updateButtons();
}

std::vector<int> FindingsPanel::selectedRows() const
{
    std::vector<int> rows;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void FindingsPanel::tellSelection()
{
    if (m_telling)
        return;
    std::vector<quint32> rows;
    const TokenSnapshotPtr tokens = m_scene.tokens();
    for (const int row : selectedRows()) {
        const auto id = m_model.tokenId(row);
        if (const auto found = id ? tokens->rowOf(*id) : std::nullopt)
            rows.push_back(*found);
    }
    m_telling = true;
    m_scene.pick(rows);
    m_telling = false;
    const int hidden = static_cast<int>(rows.size()) - m_scene.selectedCount();
    if (hidden > 0)
        Q_EMIT said(tr("The filter hides %Ln of these tokens in the table.", nullptr, hidden));
}

void FindingsPanel::followSelection()
{
    if (m_telling || !isVisible() || m_scene.selectedCount() > mostFollowed)
        return;
    QItemSelection selection;
    int first = -1;
    for (const quint32 token : m_scene.selected()) {
        const int row = m_model.rowOf(m_scene.tokens()->row(token).id);
        if (row < 0)
            continue;
        selection.select(m_model.index(row, 0), m_model.index(row, FindingsModel::ColumnCount - 1));
        first = first < 0 ? row : std::min(first, row);
    }
    m_telling = true;
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first >= 0)
        m_table->scrollTo(m_model.index(first, 0));
    m_telling = false;
}

void FindingsPanel::updateButtons()
{
    const std::vector<int> rows = selectedRows();
    const bool allHidden = !rows.empty() && std::all_of(rows.begin(), rows.end(), [this](int row) {
        return m_model.index(row, 0).data(FindingsModel::HiddenRole).toBool();
    });
    m_hide->setText(allHidden ? tr("Show &Again") : tr("H&ide"));
    m_hide->setAccessibleName(allHidden ? tr("Do not hide the selected findings any more")
                                        : tr("Hide the selected findings"));
    m_hide->setEnabled(m_active && !rows.empty());
    m_revoke->setEnabled(m_active && !rows.empty());
}

void FindingsPanel::hideSelected()
{
    struct Choice
    {
        QUuid token;
        FindingRule rule;
        bool hidden;
    };
    std::vector<Choice> choices;
    for (const int row : selectedRows()) {
        const QModelIndex index = m_model.index(row, 0);
        choices.push_back({index.data(FindingsModel::TokenIdRole).toUuid(),
                           static_cast<FindingRule>(index.data(FindingsModel::RuleRole).toInt()),
                           index.data(FindingsModel::HiddenRole).toBool()});
    }
    const bool hide = std::any_of(choices.begin(), choices.end(), [](const Choice &choice) { return !choice.hidden; });
    for (const Choice &choice : choices)
        Q_EMIT hideRequested(choice.token, choice.rule, hide);
}

void FindingsPanel::revokeSelected()
{
    std::vector<QUuid> ids;
    for (const int row : selectedRows()) {
        const auto id = m_model.tokenId(row);
        if (id && std::find(ids.begin(), ids.end(), *id) == ids.end())
            ids.push_back(*id);
    }
    if (!ids.empty())
        Q_EMIT revokeRequested(ids);
}

void FindingsPanel::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("findingsMenu"));
    menu->setAccessibleName(tr("Selected findings"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_hide->text(), this, &FindingsPanel::hideSelected)->setEnabled(m_hide->isEnabled());
    menu->addAction(m_revoke->text(), this, &FindingsPanel::revokeSelected)->setEnabled(m_revoke->isEnabled());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace tokendesk
