<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
