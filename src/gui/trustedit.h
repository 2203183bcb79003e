// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trust.h"

#include <QWidget>

#include <memory>

namespace Ui {
class TrustEdit;
}

namespace tokendesk {

/// Whose certificates a profile takes. A pin is not made here but where a certificate is shown
/// (gui/certificatedialog.h); here it is seen and forgotten.
class TrustEdit : public QWidget
{
    Q_OBJECT
public:
    explicit TrustEdit(QWidget *parent = nullptr);
    ~TrustEdit() override;

    void setTrust(const Trust &trust);
    [[nodiscard]] Trust trust() const;
    /// False where there was none. `why`: one sentence that stays in sight.
    bool dropPin(const QString &why);
    /// Says at the field what is missing, and puts the cursor there. Whether the file can be used is for the network
    /// thread to say (ErrorKind::AuthorityFile).
    [[nodiscard]] bool check();
    void focusFile();

Q_SIGNALS:
    void edited();

private:
    void arrange();
    void chooseFile();

    std::unique_ptr<Ui::TrustEdit> m_ui;
};

} // namespace tokendesk
