<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Manage the provisioning tokens of an AcuSight organization.</source>
        <translation>Verwaltet die Bereitstellungstokens einer AcuSight-Organisation.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Zeigt diese Hilfe an.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Zeigt die Version an.</translation>
    </message>
    <message>
        <source>Try Token Desk with a made-up organization on this computer. Needs no account, keychain or network, and changes no settings.</source>
        <translation>Startet Token Desk zum Ausprobieren mit einer erfundenen Organisation auf diesem Computer. Braucht weder Konto noch Schlüsselbund noch Netzwerk und ändert keine Einstellungen.</translation>
    </message>
    <message>
        <source>How many tokens the made-up organization has, 0 to 1000000.</source>
        <translation>Anzahl der Tokens in der erfundenen Organisation, 0 bis 1000000.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Open the window with the made-up organization, wait for its list, print how many rows it has, and quit.</source>
        <translation>Öffnet das Fenster mit der erfundenen Organisation, wartet auf deren Liste, gibt die Zahl der Zeilen aus und beendet sich.</translation>
    </message>
    <message>
        <source>&quot;tokendesk --help&quot; lists the options.</source>
        <translation>„tokendesk --help“ zeigt die Optionen.</translation>
    </message>
    <message>
        <source>Token Desk takes no file or address: %1</source>
        <translation>Token Desk nimmt keine Datei oder Adresse entgegen: %1</translation>
    </message>
    <message>
        <source>--demo-tokens takes a number from 0 to 1000000.</source>
        <translation>--demo-tokens erwartet eine Zahl von 0 bis 1000000.</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Profile &amp;name:</source>
        <translation>Profil&amp;name:</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>Profilname</translation>
    </message>
    <message>
        <source>The name of the organization</source>
        <translation>Name der Organisation</translation>
    </message>
    <message>
        <source>&amp;Server URL:</source>
        <translation>&amp;Server-URL:</translation>
    </message>
    <message>
        <source>Server URL</source>
        <translation>Server-URL</translation>
    </message>
    <message>
        <source>&amp;Access token:</source>
        <translation>&amp;Zugriffstoken:</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Reveal access token</source>
        <translation>Zugriffstoken anzeigen</translation>
    </message>
    <message>
        <source>&amp;Keep the access token in the system keychain</source>
        <translation>Zugriffstoken im Schlüssel&amp;bund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Keep the access token in the system keychain</source>
        <translation>Zugriffstoken im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>&amp;For this session only</source>
        <translation>Nur für &amp;diese Sitzung</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Test Connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Use for This Session Only</source>
        <translation>N&amp;ur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Use for This Session Only</source>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server says: %1</source>
        <extracomment>%1 is a message from the server</extracomment>
        <translation>Der Server meldet: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Server code: %1</source>
        <translation>Servercode: %1</translation>
    </message>
    <message>
        <source>Server message: %1</source>
        <translation>Servermeldung: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>Anfrage: %1</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>New Access Token…</source>
        <translation>Neues Zugriffstoken&#xa0;…</translation>
    </message>
    <message>
        <source>Check Connection…</source>
        <translation>Verbindung prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s address. Nothing was changed.</source>
        <translation>Prüfen Sie das Netzwerk und die Adresse des Servers. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy, or the connection is slow. Nothing was changed.</source>
        <translation>Möglicherweise ist er ausgelastet oder die Verbindung ist langsam. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The connection to the server is not secure.</source>
        <translation>Die Verbindung zum Server ist nicht sicher.</translation>
    </message>
    <message>
        <source>Its certificate was not accepted, so nothing was sent. Check the server&apos;s address; if it is right, ask whoever runs the server.</source>
        <translation>Sein Zertifikat wurde nicht akzeptiert, daher wurde nichts gesendet. Prüfen Sie die Adresse des Servers; wenn sie stimmt, wenden Sie sich an dessen Betreiber.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The server points somewhere else.</source>
        <translation>Der Server verweist auf eine andere Adresse.</translation>
    </message>
    <message>
        <source>Token Desk does not follow, because the access token would go along. Check the server&apos;s address.</source>
        <translation>Token Desk folgt dem Verweis nicht, weil das Zugriffstoken mitgesendet würde. Prüfen Sie die Adresse des Servers.</translation>
    </message>
    <message>
        <source>It points to %1. Token Desk does not follow, because the access token would go along. If that is the right server, enter its address.</source>
        <translation>Er verweist auf %1. Token Desk folgt dem Verweis nicht, weil das Zugriffstoken mitgesendet würde. Wenn das der richtige Server ist, geben Sie dessen Adresse ein.</translation>
    </message>
    <message>
        <source>The access token is no longer accepted.</source>
        <translation>Das Zugriffstoken wird nicht mehr akzeptiert.</translation>
    </message>
    <message>
        <source>It has expired or was withdrawn. Give a new one to go on; nothing is repeated by itself.</source>
        <translation>Es ist abgelaufen oder wurde zurückgezogen. Geben Sie ein neues ein, um fortzufahren; nichts wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Dazu fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>The server knows the access token, but it lacks the permission. Ask an administrator of the organization, or use another access token.</source>
        <translation>Der Server kennt das Zugriffstoken, aber dessen Rechte reichen hierfür nicht aus. Wenden Sie sich an die Administration der Organisation oder verwenden Sie ein anderes Zugriffstoken.</translation>
    </message>
    <message>
        <source>The server does not know this.</source>
        <translation>Das ist dem Server nicht bekannt.</translation>
    </message>
    <message>
        <source>What was asked for does not exist there, or the server&apos;s address is not that of an AcuSight API (it usually ends in /api).</source>
        <translation>Das Angefragte gibt es dort nicht, oder die Adresse des Servers ist nicht die einer AcuSight-API (sie endet meist auf /api).</translation>
    </message>
    <message>
        <source>Something else changed this at the same time.</source>
        <translation>Das wurde gleichzeitig an anderer Stelle geändert.</translation>
    </message>
    <message>
        <source>Load the list again and look before you repeat it.</source>
        <translation>Laden Sie die Liste neu und prüfen Sie sie, bevor Sie den Vorgang wiederholen.</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>It gave no reason. Nothing was changed.</source>
        <translation>Er hat keinen Grund genannt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Too many requests for now.</source>
        <translation>Im Moment zu viele Anfragen.</translation>
    </message>
    <message>
        <source>The server asks to wait %1. Token Desk tries again by itself then.</source>
        <translation>Der Server bittet darum, %1 zu warten. Danach versucht Token Desk es von selbst erneut.</translation>
    </message>
    <message>
        <source>The server asks to wait. Token Desk tries again by itself in a while.</source>
        <translation>Der Server bittet darum, zu warten. Nach einer Weile versucht Token Desk es von selbst erneut.</translation>
    </message>
    <message>
        <source>The server has a problem.</source>
        <translation>Der Server hat ein Problem.</translation>
    </message>
    <message>
        <source>It answered with status %1. Try again; if it stays, tell whoever runs the server.</source>
        <translation>Er hat mit Status %1 geantwortet. Versuchen Sie es erneut; wenn das Problem bleibt, informieren Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell whoever runs the server.</source>
        <translation>Versuchen Sie es erneut; wenn das Problem bleibt, informieren Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense.</source>
        <translation>Die Antwort des Servers ist unverständlich.</translation>
    </message>
    <message>
        <source>It is not what an AcuSight server sends. Perhaps something between here and the server answered instead.</source>
        <translation>So antwortet kein AcuSight-Server. Vielleicht hat etwas auf dem Weg zum Server an dessen Stelle geantwortet.</translation>
    </message>
    <message>
        <source>It is not what an AcuSight server sends: %1.</source>
        <translation>So antwortet kein AcuSight-Server: %1.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is too large.</source>
        <translation>Die Antwort des Servers ist zu groß.</translation>
    </message>
    <message>
        <source>It was refused to keep this computer usable. Check that the address is that of an AcuSight server.</source>
        <translation>Sie wurde abgelehnt, damit dieser Computer benutzbar bleibt. Prüfen Sie, ob die Adresse zu einem AcuSight-Server gehört.</translation>
    </message>
    <message>
        <source>It is not known whether it was done.</source>
        <translation>Es ist nicht bekannt, ob der Vorgang ausgeführt wurde.</translation>
    </message>
    <message>
        <source>The request was sent, but no usable answer came. It was not sent again. Load the list to see what happened.</source>
        <translation>Die Anfrage wurde gesendet, aber es kam keine brauchbare Antwort. Sie wurde nicht erneut gesendet. Laden Sie die Liste, um zu sehen, was geschehen ist.</translation>
    </message>
    <message>
        <source>The address is not secure.</source>
        <translation>Die Adresse ist nicht sicher.</translation>
    </message>
    <message>
        <source>http:// would send the access token readable by anyone on the way, so nothing was sent. Use https://.</source>
        <translation>Über http:// könnte das Zugriffstoken unterwegs mitgelesen werden, daher wurde nichts gesendet. Verwenden Sie https://.</translation>
    </message>
    <message>
        <source>There is no keychain to use.</source>
        <translation>Es ist kein Schlüsselbund verfügbar.</translation>
    </message>
    <message>
        <source>No service of this desktop keeps passwords (on Linux: GNOME Keyring, KWallet or KeePassXC). The access token can be used for this session only.</source>
        <translation>Kein Dienst dieser Arbeitsumgebung bewahrt Passwörter auf (unter Linux: GNOME Keyring, KWallet oder KeePassXC). Das Zugriffstoken kann nur für diese Sitzung verwendet werden.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use an access token for this session only.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es erneut, oder verwenden Sie ein Zugriffstoken nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Perhaps it waits for a password in another window. Try again, or use an access token for this session only.</source>
        <translation>Vielleicht wartet er in einem anderen Fenster auf ein Passwort. Versuchen Sie es erneut oder verwenden Sie ein Zugriffstoken nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keychain gave no access token.</source>
        <translation>Der Schlüsselbund hat kein Zugriffstoken geliefert.</translation>
    </message>
    <message>
        <source>It may be locked, or the entry was removed. Unlock it and try again, or give a new access token.</source>
        <translation>Möglicherweise ist er gesperrt, oder der Eintrag wurde entfernt. Entsperren Sie ihn und versuchen Sie es erneut, oder geben Sie ein neues Zugriffstoken ein.</translation>
    </message>
    <message>
        <source>The keychain reported a problem.</source>
        <translation>Der Schlüsselbund hat ein Problem gemeldet.</translation>
    </message>
    <message>
        <source>Try again, or use an access token for this session only.</source>
        <translation>Versuchen Sie es erneut oder verwenden Sie ein Zugriffstoken nur für diese Sitzung.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>New Token…</source>
        <translation>Neues Token&#xa0;…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows the tokens whose name or ID holds these words</source>
        <translation>Zeigt die Tokens, deren Name oder ID diese Wörter enthält</translation>
    </message>
    <message>
        <source>Filter by name or ID</source>
        <translation>Nach Name oder ID filtern</translation>
    </message>
    <message>
        <source>&amp;State:</source>
        <translation>&amp;Status:</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Shows the tokens in this state only</source>
        <translation>Zeigt nur die Tokens mit diesem Status</translation>
    </message>
    <message>
        <source>Provisioning tokens</source>
        <translation>Bereitstellungstokens</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Sort By</source>
        <translation>Sortieren &amp;nach</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New Token…</source>
        <translation>&amp;Neues Token&#xa0;…</translation>
    </message>
    <message>
        <source>Create a provisioning token</source>
        <translation>Ein Bereitstellungstoken erstellen</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Revoke the selected tokens</source>
        <translation>Die ausgewählten Tokens widerrufen</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Load the list from the server</source>
        <translation>Die Liste vom Server laden</translation>
    </message>
    <message>
        <source>&amp;Copy Row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die ausgewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy the IDs of the selected tokens</source>
        <translation>Die IDs der ausgewählten Tokens kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Alle &amp;auswählen</translation>
    </message>
    <message>
        <source>Select all tokens shown</source>
        <translation>Alle angezeigten Tokens auswählen</translation>
    </message>
    <message>
        <source>&amp;Connection…</source>
        <translation>&amp;Verbindung&#xa0;…</translation>
    </message>
    <message>
        <source>Look at or change the connection</source>
        <translation>Die Verbindung ansehen oder ändern</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>Verbindung &amp;trennen&#xa0;…</translation>
    </message>
    <message>
        <source>Disconnect and forget the access token</source>
        <translation>Die Verbindung trennen und das Zugriffstoken vergessen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Go to the filter field</source>
        <translation>Zum Filterfeld wechseln</translation>
    </message>
    <message>
        <source>C&amp;lear Filter</source>
        <translation>Filter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Show all tokens</source>
        <translation>Alle Tokens anzeigen</translation>
    </message>
    <message>
        <source>&amp;About Token Desk</source>
        <translation>Ü&amp;ber Token Desk</translation>
    </message>
</context>
<context>
    <name>NewTokenDialog</name>
    <message>
        <source>New Token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is for, such as Production Line 5</source>
        <translation>Verwendungszweck, z.&#xa0;B. Produktionslinie 5</translation>
    </message>
    <message>
        <source>&amp;Expires:</source>
        <translation>&amp;Läuft ab:</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Number of days</source>
        <translation>Anzahl der Tage</translation>
    </message>
    <message>
        <source>&amp;Single use</source>
        <translation>&amp;Einmalig verwendbar</translation>
    </message>
    <message>
        <source>Single use</source>
        <translation>Einmalig verwendbar</translation>
    </message>
    <message>
        <source>The server retires the token once a device has joined with it.</source>
        <translation>Der Server macht das Token ungültig, sobald ein Gerät damit beigetreten ist.</translation>
    </message>
    <message>
        <source>The outcome is not known</source>
        <translation>Das Ergebnis ist nicht bekannt</translation>
    </message>
    <message>
        <source>Tokens that fit the request</source>
        <translation>Tokens, die zur Anfrage passen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>&amp;Back to the Form</source>
        <translation>&amp;Zurück zum Formular</translation>
    </message>
    <message>
        <source>Back to the Form</source>
        <translation>Zurück zum Formular</translation>
    </message>
    <message>
        <source>&amp;Load the List Again</source>
        <translation>L&amp;iste neu laden</translation>
    </message>
    <message>
        <source>Load the List Again</source>
        <translation>Liste neu laden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>E&amp;rstellen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Refresh the list:</source>
        <translation>Liste &amp;aktualisieren:</translation>
    </message>
    <message>
        <source>Refresh the list</source>
        <translation>Liste aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Clear a copied secret after:</source>
        <translation>Kopiertes Geheimnis &amp;löschen nach:</translation>
    </message>
    <message>
        <source>Clear a copied secret from the clipboard</source>
        <translation>Kopiertes Geheimnis aus der Zwischenablage löschen</translation>
    </message>
    <message>
        <source>The clipboard is cleared only if the secret is still in it.</source>
        <translation>Die Zwischenablage wird nur geleert, wenn das Geheimnis noch darin ist.</translation>
    </message>
    <message>
        <source>Seconds until a copied secret is cleared</source>
        <translation>Sekunden, bis ein kopiertes Geheimnis gelöscht wird</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>vor %n Woche</numerusform>
            <numerusform>vor %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n week(s)</source>
        <translation>
            <numerusform>in %n Woche</numerusform>
            <numerusform>in %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n month(s)</source>
        <translation>
            <numerusform>in %n Monat</numerusform>
            <numerusform>in %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n year(s)</source>
        <translation>
            <numerusform>in %n Jahr</numerusform>
            <numerusform>in %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 (%3); %4</source>
        <extracomment>A local date, a local time, its offset such as UTC+01:00, and the same in UTC</extracomment>
        <translation>%1, %2 Uhr (%3); %4</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>Day, month in words, year: a QDate format string</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>RevokeDialog</name>
    <message>
        <source>Revoke Tokens</source>
        <translation>Tokens widerrufen</translation>
    </message>
    <message>
        <source>Tokens to revoke</source>
        <translation>Zu widerrufende Tokens</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Number of tokens to revoke</source>
        <translation>Anzahl der zu widerrufenden Tokens</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ServerUrl</name>
    <message>
        <source>Enter the address of the server, for example https://acusight.io/api.</source>
        <translation>Geben Sie die Adresse des Servers ein, zum Beispiel https://acusight.io/api.</translation>
    </message>
    <message>
        <source>This is not an address. Enter a host name or a URL, for example https://acusight.io/api.</source>
        <translation>Das ist keine Adresse. Geben Sie einen Hostnamen oder eine URL ein, zum Beispiel https://acusight.io/api.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Die Adresse muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>Leave out the user name and password before the @: addresses end up in logs. Use the access token below.</source>
        <translation>Lassen Sie Benutzernamen und Passwort vor dem @ weg: Adressen landen in Protokollen. Verwenden Sie das Zugriffstoken unten.</translation>
    </message>
    <message>
        <source>Leave out everything from the ? or # on.</source>
        <translation>Lassen Sie alles ab dem ? oder # weg.</translation>
    </message>
    <message>
        <source>http:// would send the access token readable by anyone on the way. Use https://; http:// is accepted for this computer only.</source>
        <translation>Über http:// könnte das Zugriffstoken unterwegs mitgelesen werden. Verwenden Sie https://; http:// wird nur für diesen Computer akzeptiert.</translation>
    </message>
</context>
<context>
    <name>StateChoice</name>
    <message>
        <source>All tokens</source>
        <translation>Alle Tokens</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
</context>
<context>
    <name>TokenCellText</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Single use</source>
        <translation>Einmalig</translation>
    </message>
    <message>
        <source>Reusable</source>
        <translation>Wiederverwendbar</translation>
    </message>
    <message>
        <source>The server sent this token without a name.</source>
        <translation>Der Server hat dieses Token ohne Namen geliefert.</translation>
    </message>
    <message>
        <source>The server revokes it after the first device.</source>
        <translation>Der Server widerruft es nach dem ersten Gerät.</translation>
    </message>
    <message>
        <source>Any number of devices can be provisioned with it.</source>
        <translation>Damit können beliebig viele Geräte bereitgestellt werden.</translation>
    </message>
    <message>
        <source>No device has been provisioned with it.</source>
        <translation>Damit wurde noch kein Gerät bereitgestellt.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) have been provisioned with it.</source>
        <translation>
            <numerusform>Damit wurde %n Gerät bereitgestellt.</numerusform>
            <numerusform>Damit wurden %n Geräte bereitgestellt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenCreatedDialog</name>
    <message>
        <source>Token Created</source>
        <translation>Token erstellt</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Shows the token and the setup command</source>
        <translation>Zeigt das Token und den Einrichtungsbefehl an</translation>
    </message>
    <message>
        <source>&amp;Copy Token</source>
        <translation>Token &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy Token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>&amp;Setup command</source>
        <translation>&amp;Einrichtungsbefehl</translation>
    </message>
    <message>
        <source>Copy Setup Co&amp;mmand</source>
        <translation>Einrichtungs&amp;befehl kopieren</translation>
    </message>
    <message>
        <source>Copy Setup Command</source>
        <translation>Einrichtungsbefehl kopieren</translation>
    </message>
    <message>
        <source>Setup command</source>
        <translation>Einrichtungsbefehl</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>TokenState</name>
    <message>
        <source>Expiring</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Devices can join with it now; it expires within 14 days.</source>
        <translation>Geräte können damit noch beitreten; es läuft innerhalb von 14 Tagen ab.</translation>
    </message>
    <message>
        <source>Devices can join with it.</source>
        <translation>Geräte können damit beitreten.</translation>
    </message>
    <message>
        <source>It was for a single use and a device has joined with it. The server retired it.</source>
        <translation>Es war einmalig verwendbar, und ein Gerät ist damit beigetreten. Der Server hat es ungültig gemacht.</translation>
    </message>
    <message>
        <source>Its time has passed. No device can join with it any more.</source>
        <translation>Seine Zeit ist abgelaufen. Damit kann kein Gerät mehr beitreten.</translation>
    </message>
    <message>
        <source>It was revoked. No device can join with it any more.</source>
        <translation>Es wurde widerrufen. Damit kann kein Gerät mehr beitreten.</translation>
    </message>
</context>
<context>
    <name>WindowContent</name>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Rows loaded of all rows: &quot;42,000 of 100,000&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Loading tokens…</source>
        <translation>Tokens werden geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
    <message>
        <source>Connect to an AcuSight server with an access token to see and manage the provisioning tokens of your organization.</source>
        <translation>Stellen Sie mit einem Zugriffstoken die Verbindung zu einem AcuSight-Server her, um die Bereitstellungstokens Ihrer Organisation zu sehen und zu verwalten.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden&#xa0;…</translation>
    </message>
    <message>
        <source>Asking the keychain for the access token…</source>
        <translation>Das Zugriffstoken wird aus dem Schlüsselbund geholt&#xa0;…</translation>
    </message>
    <message>
        <source>If it is locked, it asks for its password in a window of its own.</source>
        <translation>Ist der Schlüsselbund gesperrt, fragt er in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message>
        <source>An access token is needed</source>
        <translation>Ein Zugriffstoken wird benötigt</translation>
    </message>
    <message>
        <source>The access token of %1 was for one session only and was not kept.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Das Zugriffstoken für %1 galt nur für eine Sitzung und wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>New Access Token…</source>
        <translation>Neues Zugriffstoken&#xa0;…</translation>
    </message>
    <message>
        <source>Removing the access token from the keychain…</source>
        <translation>Das Zugriffstoken wird aus dem Schlüsselbund entfernt&#xa0;…</translation>
    </message>
    <message>
        <source>You are disconnected, but the access token may still be in the keychain.</source>
        <translation>Die Verbindung ist getrennt, aber das Zugriffstoken befindet sich möglicherweise noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The access token could not be removed.</source>
        <translation>Das Zugriffstoken konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Loading was cancelled.</source>
        <translation>Das Laden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The tokens are not shown because their list did not come to its end.</source>
        <translation>Die Tokens werden nicht angezeigt, weil ihre Liste nicht vollständig geladen wurde.</translation>
    </message>
    <message>
        <source>No tokens yet</source>
        <translation>Noch keine Tokens</translation>
    </message>
    <message>
        <source>A provisioning token lets a device join the organization. Create the first one.</source>
        <translation>Mit einem Bereitstellungstoken kann ein Gerät der Organisation beitreten. Erstellen Sie das erste.</translation>
    </message>
    <message>
        <source>New Token…</source>
        <translation>Neues Token&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>No token fits the filter.</source>
        <translation>Kein Token passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>The list is from before: it was loaded %1.</source>
        <extracomment>%1 is &quot;3 minutes ago&quot;</extracomment>
        <translation>Die Liste ist nicht aktuell: Sie wurde %1 geladen.</translation>
    </message>
    <message numerus="yes">
        <source>The server sent %Ln token(s) more than once.</source>
        <translation>
            <numerusform>Der Server hat %Ln Token mehrfach gesendet.</numerusform>
            <numerusform>Der Server hat %Ln Tokens mehrfach gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is shown once. Perhaps tokens were created while the list was loading.</source>
        <translation>Jedes wird nur einmal angezeigt. Vielleicht wurden Tokens erstellt, während die Liste geladen wurde.</translation>
    </message>
</context>
<context>
    <name>tokendesk::Application</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>The demo&apos;s list could not be loaded.</source>
        <translation>Die Liste der Demo konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The demo&apos;s list did not come in time.</source>
        <translation>Die Liste der Demo kam nicht rechtzeitig an.</translation>
    </message>
</context>
<context>
    <name>tokendesk::Banner</name>
    <message>
        <source>Copy Details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokendesk::ConnectDialog</name>
    <message>
        <source>Connect to the AcuSight server of your organization with an access token.</source>
        <translation>Stellen Sie mit einem Zugriffstoken die Verbindung zum AcuSight-Server Ihrer Organisation her.</translation>
    </message>
    <message>
        <source>The server no longer accepts the access token. Paste a new one to go on where you were.</source>
        <translation>Der Server akzeptiert das Zugriffstoken nicht mehr. Fügen Sie ein neues ein, um an derselben Stelle weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Change the connection. The access token cannot be shown again; paste it, or a new one.</source>
        <translation>Ändern Sie die Verbindung. Das Zugriffstoken kann nicht erneut angezeigt werden; fügen Sie es noch einmal oder ein neues ein.</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Ausblenden</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Hide access token</source>
        <translation>Zugriffstoken ausblenden</translation>
    </message>
    <message>
        <source>Reveal access token</source>
        <translation>Zugriffstoken anzeigen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Paste an access token.</source>
        <translation>Fügen Sie ein Zugriffstoken ein.</translation>
    </message>
    <message>
        <source>This is not an access token: it holds blanks or characters that cannot be sent. Copy it again.</source>
        <translation>Das ist kein Zugriffstoken: Es enthält Leerzeichen oder Zeichen, die nicht gesendet werden können. Kopieren Sie es erneut.</translation>
    </message>
    <message>
        <source>This access token has expired: %1.</source>
        <translation>Dieses Zugriffstoken ist abgelaufen: %1.</translation>
    </message>
    <message>
        <source>This access token is not valid yet. It will be: %1.</source>
        <translation>Dieses Zugriffstoken ist noch nicht gültig. Gültig ab: %1.</translation>
    </message>
    <message>
        <source>Asking the server for its organization…</source>
        <translation>Der Server wird nach der Organisation gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>The organization is %1.</source>
        <translation>Die Organisation heißt %1.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt&#xa0;…</translation>
    </message>
    <message>
        <source>Storing the access token in the keychain…</source>
        <translation>Das Zugriffstoken wird im Schlüsselbund gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>You are connected, but the access token was not stored.</source>
        <translation>Sie sind verbunden, aber das Zugriffstoken wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The server does not accept this access token.</source>
        <translation>Der Server akzeptiert dieses Zugriffstoken nicht.</translation>
    </message>
    <message>
        <source>It may be cut off, have expired, or be meant for another server.</source>
        <translation>Möglicherweise ist es unvollständig, abgelaufen oder für einen anderen Server bestimmt.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ConnectionFlow</name>
    <message>
        <source>Disconnect</source>
        <translation>Verbindung trennen</translation>
    </message>
    <message>
        <source>Disconnect from %1 and forget its access token?

The token is removed from this computer&apos;s keychain. To connect again, you will need an access token. Nothing changes on the server.</source>
        <translation>Verbindung zu %1 trennen und das Zugriffstoken vergessen?

Das Token wird aus dem Schlüsselbund dieses Computers entfernt. Um sich wieder zu verbinden, brauchen Sie ein Zugriffstoken. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>Disconnect and Forget</source>
        <translation>Trennen und vergessen</translation>
    </message>
    <message>
        <source>Disconnected. The access token of %1 is no longer in the keychain.</source>
        <translation>Verbindung getrennt. Das Zugriffstoken für %1 ist nicht mehr im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>tokendesk::DemoServer</name>
    <message>
        <source>The demo server did not start in time.</source>
        <translation>Der Demoserver ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>The demo server could not be started: %1. It is the program %2, which belongs beside Token Desk.</source>
        <translation>Der Demoserver konnte nicht gestartet werden: %1. Das Programm %2 muss neben Token Desk liegen.</translation>
    </message>
    <message>
        <source>The demo server has stopped.</source>
        <translation>Der Demoserver wurde beendet.</translation>
    </message>
    <message>
        <source>The demo server did not say where it listens.</source>
        <translation>Der Demoserver hat nicht mitgeteilt, unter welcher Adresse er erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>tokendesk::MainWindow</name>
    <message>
        <source>Details copied.</source>
        <translation>Details kopiert.</translation>
    </message>
    <message>
        <source>The new token was created. The filter hides it.</source>
        <translation>Das neue Token wurde erstellt. Der Filter blendet es aus.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A state and how many tokens are in it: &quot;Active (1,204)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Selected tokens</source>
        <translation>Ausgewählte Tokens</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>%Ln Zeile kopiert.</numerusform>
            <numerusform>%Ln Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln ID(s).</source>
        <translation>
            <numerusform>%Ln ID kopiert.</numerusform>
            <numerusform>%Ln IDs kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>About Token Desk</source>
        <translation>Über Token Desk</translation>
    </message>
    <message>
        <source>Token Desk %1

Manages the provisioning tokens of an AcuSight organization.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Token Desk %1

Verwaltet die Bereitstellungstokens einer AcuSight-Organisation.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>tokendesk::MessagePage</name>
    <message>
        <source>Copy Details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>tokendesk::NewTokenDialog</name>
    <message numerus="yes">
        <source>After %n day(s)</source>
        <translation>
            <numerusform>Nach %n Tag</numerusform>
            <numerusform>Nach %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>After a number of days</source>
        <translation>Nach eigener Anzahl von Tagen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>The request has been sent and cannot be taken back.</source>
        <translation>Die Anfrage wurde gesendet und kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Please wait for the answer: the token&apos;s secret comes with it, and only once.</source>
        <translation>Bitte warten Sie auf die Antwort: Nur mit ihr kommt das Geheimnis des Tokens, und nur ein einziges Mal.</translation>
    </message>
    <message>
        <source>Creating the token…</source>
        <translation>Das Token wird erstellt&#xa0;…</translation>
    </message>
    <message>
        <source>Another live token has this name. They will be hard to tell apart.</source>
        <translation>Ein anderes gültiges Token hat bereits diesen Namen. Die beiden werden schwer zu unterscheiden sein.</translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires on %1.</source>
        <extracomment>%1 is a date such as 23 December 2026</extracomment>
        <translation>Läuft am %1 ab.</translation>
    </message>
    <message>
        <source>Never expires: whoever finds it can add devices until it is revoked.</source>
        <translation>Läuft nie ab: Wer es findet, kann Geräte hinzufügen, bis es widerrufen wird.</translation>
    </message>
    <message>
        <source>The connection is closed or busy. Try again in a moment.</source>
        <translation>Die Verbindung ist getrennt oder gerade belegt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Close this dialog to do that in the main window.</source>
        <translation>Schließen Sie diesen Dialog, um das im Hauptfenster zu tun.</translation>
    </message>
    <message>
        <source>The request to create %1 was sent, but no usable answer came. It was not sent again.</source>
        <translation>Die Anfrage, %1 zu erstellen, wurde gesendet, aber es kam keine brauchbare Antwort. Sie wurde nicht erneut gesendet.</translation>
    </message>
    <message>
        <source>The list could not be loaded either, so it is not known whether the token exists.</source>
        <translation>Auch die Liste konnte nicht geladen werden; daher ist nicht bekannt, ob das Token existiert.</translation>
    </message>
    <message>
        <source>The list was loaded again and holds no new token that fits: it was probably not created.</source>
        <translation>Die Liste wurde neu geladen und enthält kein passendes neues Token: Es wurde wahrscheinlich nicht erstellt.</translation>
    </message>
    <message numerus="yes">
        <source>The list was loaded again, and %n new token(s) in it fit(s) the request.</source>
        <translation>
            <numerusform>Die Liste wurde neu geladen, und ein neues Token darin passt zur Anfrage.</numerusform>
            <numerusform>Die Liste wurde neu geladen, und %n neue Tokens darin passen zur Anfrage.</numerusform>
        </translation>
    </message>
    <message>
        <source>This token was created, but its secret was lost on the way. Revoke it and create it again?</source>
        <translation>Dieses Token wurde erstellt, aber sein Geheimnis ging unterwegs verloren. Widerrufen und neu erstellen?</translation>
    </message>
    <message>
        <source>One of these was created, but its secret was lost on the way. Choose the one to revoke, then create it again.</source>
        <translation>Eines davon wurde erstellt, aber sein Geheimnis ging unterwegs verloren. Wählen Sie das Token aus, das widerrufen werden soll, und erstellen Sie es dann neu.</translation>
    </message>
    <message>
        <source>It is revoked now. Go back to the form to create it again.</source>
        <translation>Es ist jetzt widerrufen. Kehren Sie zum Formular zurück, um es neu zu erstellen.</translation>
    </message>
</context>
<context>
    <name>tokendesk::PreferencesDialog</name>
    <message>
        <source>Only when I ask</source>
        <translation>Nur auf Wunsch</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s)</source>
        <translation>
            <numerusform>Jede Sekunde</numerusform>
            <numerusform>Alle %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::RevokeDialog</name>
    <message>
        <source>Stopping after the request under way…</source>
        <translation>Wird nach der laufenden Anfrage abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>Loading the list again to see what changed…</source>
        <translation>Die Liste wird neu geladen, um Änderungen zu erkennen&#xa0;…</translation>
    </message>
    <message>
        <source>The list could not be loaded again.</source>
        <translation>Die Liste konnte nicht neu geladen werden.</translation>
    </message>
    <message>
        <source>What is shown here may be out of date. %1</source>
        <translation>Die Angaben hier sind möglicherweise veraltet. %1</translation>
    </message>
    <message>
        <source>no longer in the list, skipped</source>
        <translation>nicht mehr in der Liste, übersprungen</translation>
    </message>
    <message>
        <source>already revoked, skipped</source>
        <translation>bereits widerrufen, übersprungen</translation>
    </message>
    <message>
        <source>used up, skipped</source>
        <translation>verbraucht, übersprungen</translation>
    </message>
    <message>
        <source>used since you selected it</source>
        <translation>seit Ihrer Auswahl benutzt</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>Dieses Token widerrufen?</numerusform>
            <numerusform>%n Tokens widerrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to revoke</source>
        <translation>Nichts zu widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) can no longer be used anyway and will be skipped.</source>
        <translation>
            <numerusform>%n Token ist ohnehin nicht mehr benutzbar und wird übersprungen.</numerusform>
            <numerusform>%n Tokens sind ohnehin nicht mehr benutzbar und werden übersprungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n Token(s)</source>
        <translation>
            <numerusform>%n Token widerrufen</numerusform>
            <numerusform>%n Tokens widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <extracomment>%1 is a number that must be typed</extracomment>
        <translation>Zur Bestätigung %1 eingeben:</translation>
    </message>
    <message>
        <source>The connection is closed or busy. Try again in a moment.</source>
        <translation>Die Verbindung ist getrennt oder gerade belegt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Revoking %1 of %2…</source>
        <translation>%1 von %2 wird widerrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Was revoked already</source>
        <translation>War bereits widerrufen</translation>
    </message>
    <message>
        <source>The server does not know it</source>
        <translation>Dem Server nicht bekannt</translation>
    </message>
    <message>
        <source>Failed: no answer came, and the list shows that it is not revoked</source>
        <translation>Fehlgeschlagen: Es kam keine Antwort, und laut Liste ist es nicht widerrufen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <extracomment>%1 says why</extracomment>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Not known: no answer came, and the list could not be loaded</source>
        <translation>Unbekannt: Es kam keine Antwort, und die Liste konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>Nicht versucht</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) are not known to the server.</source>
        <translation>
            <numerusform>%n Token ist dem Server nicht bekannt.</numerusform>
            <numerusform>%n Tokens sind dem Server nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be revoked.</source>
        <translation>
            <numerusform>%n konnte nicht widerrufen werden.</numerusform>
            <numerusform>%n konnten nicht widerrufen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n it is not known; load the list again to see.</source>
        <translation>
            <numerusform>Bei einem ist das Ergebnis nicht bekannt; laden Sie die Liste neu, um es zu sehen.</numerusform>
            <numerusform>Bei %n ist das Ergebnis nicht bekannt; laden Sie die Liste neu, um es zu sehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were left as they are.</source>
        <translation>
            <numerusform>%n Token blieb unverändert.</numerusform>
            <numerusform>%n Tokens blieben unverändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this dialog to do that in the main window.</source>
        <translation>Schließen Sie diesen Dialog, um das im Hauptfenster zu tun.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Not everything was revoked</source>
        <translation>Nicht alles wurde widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) revoked.</source>
        <translation>
            <numerusform>%n Token widerrufen.</numerusform>
            <numerusform>%n Tokens widerrufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Devices that were provisioned with %n token(s) stay connected. New devices can no longer join with them. This cannot be undone.</source>
        <comment>The words after the number may leave it out: &apos;with it&apos;, &apos;with them&apos;</comment>
        <translation>
            <numerusform>Mit diesem Token bereitgestellte Geräte bleiben verbunden. Neue Geräte können damit nicht mehr beitreten. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>Mit diesen %n Tokens bereitgestellte Geräte bleiben verbunden. Neue Geräte können damit nicht mehr beitreten. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokendesk::StatusLine</name>
    <message>
        <source>Refreshing</source>
        <translation>Aktualisierung läuft</translation>
    </message>
    <message>
        <source>Cancel Refresh</source>
        <translation>Aktualisierung abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln token(s)</source>
        <extracomment>%1 of %n tokens are shown, the others are filtered out</extracomment>
        <translation>
            <numerusform>%1 von %Ln Token</numerusform>
            <numerusform>%1 von %Ln Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Not up to date: loaded %1</source>
        <extracomment>%1 is &quot;12 s ago&quot; or &quot;3 minutes ago&quot;</extracomment>
        <translation>Nicht aktuell: %1 geladen</translation>
    </message>
    <message>
        <source>Refreshed %1</source>
        <translation>Aktualisiert: %1</translation>
    </message>
    <message>
        <source>Refreshing: %1 of %2</source>
        <extracomment>Rows loaded of all rows</extracomment>
        <translation>Aktualisierung: %1 von %2</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Aktualisierung läuft&#xa0;…</translation>
    </message>
</context>
<context>
    <name>tokendesk::TableLayout</name>
    <message>
        <source>&amp;Reset Columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>&amp;Aufsteigend</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenCreatedDialog</name>
    <message>
        <source>Token created: %1</source>
        <extracomment>%1 is the name of the token</extracomment>
        <translation>Token erstellt: %1</translation>
    </message>
    <message>
        <source>Single use</source>
        <translation>Einmalig</translation>
    </message>
    <message>
        <source>Reusable</source>
        <translation>Wiederverwendbar</translation>
    </message>
    <message>
        <source>This is the only time the token can be shown.</source>
        <translation>Das Token kann nur dieses eine Mal angezeigt werden.</translation>
    </message>
    <message>
        <source>%1, never expires. %2</source>
        <extracomment>%1 is &quot;Single use&quot; or &quot;Reusable&quot;, %2 a sentence</extracomment>
        <translation>%1, läuft nie ab. %2</translation>
    </message>
    <message>
        <source>%1, expires on %2. %3</source>
        <translation>%1, läuft am %2 ab. %3</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen. Reveal it and read the escapes that stand for them before you run it.</source>
        <translation>Er enthält unsichtbare Zeichen. Zeigen Sie ihn an und lesen Sie die Ersatzzeichen, die dafür stehen, bevor Sie ihn ausführen.</translation>
    </message>
    <message>
        <source>It names %1, which is not part of %2.</source>
        <extracomment>%1 is one or more host names, %2 the host name of the server</extracomment>
        <translation>Er nennt %1; das gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>Look closely at the setup command. It runs as root.</source>
        <translation>Sehen Sie sich den Einrichtungsbefehl genau an. Er wird als root ausgeführt.</translation>
    </message>
    <message>
        <source>The clipboard has been cleared.</source>
        <translation>Die Zwischenablage wurde geleert.</translation>
    </message>
    <message>
        <source>The clipboard holds something else now.</source>
        <translation>Die Zwischenablage enthält inzwischen etwas anderes.</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>&amp;Ausblenden</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hidden. Copy Token copies it without showing it.</source>
        <translation>Verborgen. „Token kopieren“ kopiert es, ohne es anzuzeigen.</translation>
    </message>
    <message>
        <source>The token in it is hidden. Copy Setup Command copies it without showing it.</source>
        <translation>Das Token darin ist verborgen. „Einrichtungsbefehl kopieren“ kopiert den Befehl, ohne es anzuzeigen.</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in %1 s.</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>Kopiert. Die Zwischenablage wird in %1 s geleert.</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared when Token Desk ends.</source>
        <translation>Kopiert. Die Zwischenablage wird geleert, wenn Token Desk beendet wird.</translation>
    </message>
    <message>
        <source>Token Created</source>
        <translation>Token erstellt</translation>
    </message>
    <message>
        <source>Close without copying? The secret cannot be shown again.</source>
        <translation>Ohne Kopieren schließen? Das Geheimnis kann nicht erneut angezeigt werden.</translation>
    </message>
    <message>
        <source>Keep Open</source>
        <translation>Geöffnet lassen</translation>
    </message>
    <message>
        <source>Revoke This Token</source>
        <translation>Dieses Token widerrufen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenTableModel</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <comment>column: when the token was revoked</comment>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenTableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
</TS>
