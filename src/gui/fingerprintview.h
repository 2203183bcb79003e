// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace tokendesk {

/// A SHA-256 in four rows of eight bytes, monospaced, to be compared by eye or read aloud. Can be selected and copied.
class FingerprintView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit FingerprintView(QWidget *parent = nullptr);

    /// Where `other` is not empty, the bytes that differ from it are bold, underlined and tinted.
    void setFingerprint(const QByteArray &sha256, const QByteArray &other = {});
    [[nodiscard]] const QByteArray &fingerprint() const { return m_sha256; }
    void copyAll() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void markDifferences();

    QByteArray m_sha256;
    QByteArray m_other;
};

} // namespace tokendesk
