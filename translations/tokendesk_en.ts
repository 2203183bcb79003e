<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For a single use, and used %Ln time(s).</source>
        <translation>
            <numerusform>For a single use, and used %Ln time.</numerusform>
            <numerusform>For a single use, and used %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server told %Ln use(s) less than before (%1).</source>
        <extracomment>%1 is a time such as &quot;2 days ago&quot;</extracomment>
        <translation>
            <numerusform>The server told %Ln use less than before (%1).</numerusform>
            <numerusform>The server told %Ln uses less than before (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reusable, never expires, and %Ln day(s) old.</source>
        <translation>
            <numerusform>Reusable, never expires, and %Ln day old.</numerusform>
            <numerusform>Reusable, never expires, and %Ln days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reusable, and never used in the %Ln day(s) since its creation.</source>
        <translation>
            <numerusform>Reusable, and never used in the %Ln day since its creation.</numerusform>
            <numerusform>Reusable, and never used in the %Ln days since its creation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reusable, and unused for %Ln day(s).</source>
        <translation>
            <numerusform>Reusable, and unused for %Ln day.</numerusform>
            <numerusform>Reusable, and unused for %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Never used in the %Ln day(s) since its creation.</source>
        <translation>
            <numerusform>Never used in the %Ln day since its creation.</numerusform>
            <numerusform>Never used in the %Ln days since its creation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has lived for %Ln day(s), and never expires.</source>
        <translation>
            <numerusform>Has lived for %Ln day, and never expires.</numerusform>
            <numerusform>Has lived for %Ln days, and never expires.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lives for %Ln day(s) from its creation to its expiry.</source>
        <translation>
            <numerusform>Lives for %Ln day from its creation to its expiry.</numerusform>
            <numerusform>Lives for %Ln days from its creation to its expiry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other live token(s) have the same name.</source>
        <translation>
            <numerusform>%Ln other live token has the same name.</numerusform>
            <numerusform>%Ln other live tokens have the same name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditReport</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more finding(s).</source>
        <translation>
            <numerusform>And %Ln more finding.</numerusform>
            <numerusform>And %Ln more findings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) have been hidden.</source>
        <translation>
            <numerusform>%Ln finding has been hidden.</numerusform>
            <numerusform>%Ln findings have been hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) joined.</source>
        <translation>
            <numerusform>%Ln device joined.</numerusform>
            <numerusform>%Ln devices joined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>%n week ago</numerusform>
            <numerusform>%n weeks ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n week</numerusform>
            <numerusform>in %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n month</numerusform>
            <numerusform>in %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n year</numerusform>
            <numerusform>in %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenCellText</name>
    <message numerus="yes">
        <source>%n device(s) have been provisioned with it.</source>
        <translation>
            <numerusform>%n device has been provisioned with it.</numerusform>
            <numerusform>%n devices have been provisioned with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenEvents</name>
    <message numerus="yes">
        <source>%Ln device(s) joined</source>
        <translation>
            <numerusform>%Ln device joined</numerusform>
            <numerusform>%Ln devices joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody looked for %Ln day(s)</source>
        <translation>
            <numerusform>Nobody looked for %Ln day</numerusform>
            <numerusform>Nobody looked for %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenWords</name>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>%Ln use</numerusform>
            <numerusform>%Ln uses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message numerus="yes">
        <source>The server sent %Ln token(s) more than once.</source>
        <translation>
            <numerusform>The server sent %Ln token more than once.</numerusform>
            <numerusform>The server sent %Ln tokens more than once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AuditCardRow</name>
    <message numerus="yes">
        <source>%Ln new this week</source>
        <translation>
            <numerusform>%Ln new this week</numerusform>
            <numerusform>%Ln new this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>within %Ln day</numerusform>
            <numerusform>within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first one expires within %Ln day(s)</source>
        <translation>
            <numerusform>The first one expires within %Ln day</numerusform>
            <numerusform>The first one expires within %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln day(s) or more</source>
        <translation>
            <numerusform>for %Ln day or more</numerusform>
            <numerusform>for %Ln days or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One of them for %Ln day(s)</source>
        <translation>
            <numerusform>One of them for %Ln day</numerusform>
            <numerusform>One of them for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unused for %Ln day(s)</source>
        <translation>
            <numerusform>unused for %Ln day</numerusform>
            <numerusform>unused for %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Live and reusable, and never expires; %Ln use(s) in all</source>
        <translation>
            <numerusform>Live and reusable, and never expires; %Ln use in all</numerusform>
            <numerusform>Live and reusable, and never expires; %Ln uses in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::CertificateDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of digits differ; they are underlined.</source>
        <translation>
            <numerusform>%Ln pair of digits differs; it is underlined.</numerusform>
            <numerusform>%Ln pairs of digits differ; they are underlined.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ExpiryView</name>
    <message numerus="yes">
        <source>%1: %Ln token(s)</source>
        <extracomment>%1 is a day, a month, &quot;Later&quot; or &quot;Never&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln token</numerusform>
            <numerusform>%1: %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s), by the day on which they expire</source>
        <translation>
            <numerusform>%Ln live token, by the day on which it expires</numerusform>
            <numerusform>%Ln live tokens, by the day on which they expire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s), by the week in which they expire</source>
        <translation>
            <numerusform>%Ln live token, by the week in which it expires</numerusform>
            <numerusform>%Ln live tokens, by the week in which they expire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s), by the month in which they expire</source>
        <translation>
            <numerusform>%Ln live token, by the month in which it expires</numerusform>
            <numerusform>%Ln live tokens, by the month in which they expire</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::FindingsPanel</name>
    <message numerus="yes">
        <source>%Ln token(s), worst first</source>
        <translation>
            <numerusform>%Ln token, worst first</numerusform>
            <numerusform>%Ln tokens, worst first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %Ln of these tokens in the table.</source>
        <translation>
            <numerusform>The filter hides %Ln of these tokens in the table.</numerusform>
            <numerusform>The filter hides %Ln of these tokens in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::IdleView</name>
    <message numerus="yes">
        <source>%Ln live token(s)</source>
        <translation>
            <numerusform>%Ln live token</numerusform>
            <numerusform>%Ln live tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Idle for %Ln day(s) or more: clean up</source>
        <translation>
            <numerusform>Idle for %Ln day or more: clean up</numerusform>
            <numerusform>Idle for %Ln days or more: clean up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::LifeLine</name>
    <message numerus="yes">
        <source>%Ln use(s) seen</source>
        <translation>
            <numerusform>%Ln use seen</numerusform>
            <numerusform>%Ln uses seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::LifetimesView</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::MainWindow</name>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln ID(s).</source>
        <translation>
            <numerusform>Copied %Ln ID.</numerusform>
            <numerusform>Copied %Ln IDs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::NewTokenDialog</name>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>After %n day</numerusform>
            <numerusform>After %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list was loaded again, and %n new token(s) in it fit(s) the request.</source>
        <translation>
            <numerusform>The list was loaded again, and one new token in it fits the request.</numerusform>
            <numerusform>The list was loaded again, and %n new tokens in it fit the request.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::NumbersDialog</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::PreferencesDialog</name>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Every second</numerusform>
            <numerusform>Every %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ReviewPanel</name>
    <message numerus="yes">
        <source>%1, %Ln time(s) in all</source>
        <extracomment>%1 is &quot;Used&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln time in all</numerusform>
            <numerusform>%1, %Ln times in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) are not listed any more.</source>
        <translation>
            <numerusform>%Ln token is not listed any more.</numerusform>
            <numerusform>%Ln tokens are not listed any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::RevokeDialog</name>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>Revoke this token?</numerusform>
            <numerusform>Revoke %n tokens?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) can no longer be used anyway and will be skipped.</source>
        <translation>
            <numerusform>%n token can no longer be used anyway and will be skipped.</numerusform>
            <numerusform>%n tokens can no longer be used anyway and will be skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n Token(s)</source>
        <translation>
            <numerusform>Revoke %n Token</numerusform>
            <numerusform>Revoke %n Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) are not known to the server.</source>
        <translation>
            <numerusform>One token is not known to the server.</numerusform>
            <numerusform>%n tokens are not known to the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be revoked.</source>
        <translation>
            <numerusform>One could not be revoked.</numerusform>
            <numerusform>%n could not be revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n it is not known; load the list again to see.</source>
        <translation>
            <numerusform>Of one it is not known; load the list again to see.</numerusform>
            <numerusform>Of %n it is not known; load the list again to see.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were left as they are.</source>
        <translation>
            <numerusform>One token was left as it is.</numerusform>
            <numerusform>%n tokens were left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) revoked.</source>
        <translation>
            <numerusform>%n token revoked.</numerusform>
            <numerusform>%n tokens revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Devices that were provisioned with %n token(s) stay connected. New devices can no longer join with them. This cannot be undone.</source>
        <comment>The words after the number may leave it out: &apos;with it&apos;, &apos;with them&apos;</comment>
        <translation>
            <numerusform>Devices that were provisioned with this token stay connected. New devices can no longer join with it. This cannot be undone.</numerusform>
            <numerusform>Devices that were provisioned with these %n tokens stay connected. New devices can no longer join with them. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::StatusLine</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln token(s)</source>
        <extracomment>%1 of %n tokens are shown, the others are filtered out</extracomment>
        <translation>
            <numerusform>%1 of %Ln token</numerusform>
            <numerusform>%1 of %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ThresholdsPopup</name>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>behind a number, as in &quot;Stale when unused for 90 days&quot;</extracomment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenDetails</name>
    <message numerus="yes">
        <source>… and %Ln before that</source>
        <translation>
            <numerusform>… and %Ln before that</numerusform>
            <numerusform>… and %Ln before that</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) selected</source>
        <translation>
            <numerusform>%Ln token selected</numerusform>
            <numerusform>%Ln tokens selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::UsesView</name>
    <message numerus="yes">
        <source>of %Ln selected token(s)</source>
        <translation>
            <numerusform>of %Ln selected token</numerusform>
            <numerusform>of %Ln selected tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln token(s) shown</source>
        <translation>
            <numerusform>of %Ln token shown</numerusform>
            <numerusform>of %Ln tokens shown</numerusform>
        </translation>
    </message>
</context>
</TS>
