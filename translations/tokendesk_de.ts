<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Audit</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Critical</source>
        <extracomment>Severity of a finding</extracomment>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>Severity of a finding</extracomment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <extracomment>Severity of a finding</extracomment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>Severity of a finding</extracomment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Used after its end</source>
        <extracomment>Of a token that was used after it had been revoked or had expired</extracomment>
        <translation>Nach dem Ende benutzt</translation>
    </message>
    <message>
        <source>Single-use, used again</source>
        <translation>Einmalig, aber wieder benutzt</translation>
    </message>
    <message>
        <source>Use count fell</source>
        <translation>Anzahl der Nutzungen gesunken</translation>
    </message>
    <message>
        <source>Revocation vanished</source>
        <translation>Widerruf verschwunden</translation>
    </message>
    <message>
        <source>Reusable, never expires</source>
        <translation>Mehrfach verwendbar, läuft nie ab</translation>
    </message>
    <message>
        <source>Stale</source>
        <extracomment>Of a token that nobody has used for a long time</extracomment>
        <translation>Ungenutzt</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message>
        <source>Lives long</source>
        <translation>Lange Laufzeit</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Gleicher Name</translation>
    </message>
    <message>
        <source>Used %1 after it had expired (%2).</source>
        <extracomment>%1 is a duration such as &quot;3 hours&quot;, %2 a time such as &quot;2 days ago&quot;</extracomment>
        <translation>%1 nach dem Ablauf benutzt (%2).</translation>
    </message>
    <message>
        <source>Used %1 after it had been revoked (%2).</source>
        <extracomment>%1 is a duration such as &quot;3 hours&quot;, %2 a time such as &quot;2 days ago&quot;</extracomment>
        <translation>%1 nach dem Widerruf benutzt (%2).</translation>
    </message>
    <message numerus="yes">
        <source>For a single use, and used %Ln time(s).</source>
        <translation>
            <numerusform>Für eine einzige Nutzung gedacht und %Ln Mal benutzt.</numerusform>
            <numerusform>Für eine einzige Nutzung gedacht und %Ln Mal benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server told %Ln use(s) less than before (%1).</source>
        <extracomment>%1 is a time such as &quot;2 days ago&quot;</extracomment>
        <translation>
            <numerusform>Der Server meldete %Ln Nutzung weniger als vorher (%1).</numerusform>
            <numerusform>Der Server meldete %Ln Nutzungen weniger als vorher (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>It was revoked, and then the server listed it as not revoked (%1).</source>
        <extracomment>%1 is a time such as &quot;2 days ago&quot;</extracomment>
        <translation>Es war widerrufen, und danach führte der Server es als nicht widerrufen (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Reusable, never expires, and %Ln day(s) old.</source>
        <translation>
            <numerusform>Mehrfach verwendbar, läuft nie ab und ist %Ln Tag alt.</numerusform>
            <numerusform>Mehrfach verwendbar, läuft nie ab und ist %Ln Tage alt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reusable, and never used in the %Ln day(s) since its creation.</source>
        <translation>
            <numerusform>Mehrfach verwendbar und seit der Erstellung vor %Ln Tag nie benutzt.</numerusform>
            <numerusform>Mehrfach verwendbar und seit der Erstellung vor %Ln Tagen nie benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reusable, and unused for %Ln day(s).</source>
        <translation>
            <numerusform>Mehrfach verwendbar und seit %Ln Tag nicht benutzt.</numerusform>
            <numerusform>Mehrfach verwendbar und seit %Ln Tagen nicht benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Never used in the %Ln day(s) since its creation.</source>
        <translation>
            <numerusform>Seit der Erstellung vor %Ln Tag nie benutzt.</numerusform>
            <numerusform>Seit der Erstellung vor %Ln Tagen nie benutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Has lived for %Ln day(s), and never expires.</source>
        <translation>
            <numerusform>Besteht seit %Ln Tag und läuft nie ab.</numerusform>
            <numerusform>Besteht seit %Ln Tagen und läuft nie ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lives for %Ln day(s) from its creation to its expiry.</source>
        <translation>
            <numerusform>Von der Erstellung bis zum Ablauf %Ln Tag gültig.</numerusform>
            <numerusform>Von der Erstellung bis zum Ablauf %Ln Tage gültig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expires %1.</source>
        <extracomment>%1 is a time such as &quot;in 3 days&quot;</extracomment>
        <translation>Läuft %1 ab.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other live token(s) have the same name.</source>
        <translation>
            <numerusform>%Ln anderes gültiges Token hat denselben Namen.</numerusform>
            <numerusform>%Ln andere gültige Tokens haben denselben Namen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditReport</name>
    <message>
        <source>Audit of the provisioning tokens of %1</source>
        <extracomment>%1 is the name of an organization</extracomment>
        <translation>Prüfung der Bereitstellungstokens von %1</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Time of the server</source>
        <translation>Serverzeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens in the table</source>
        <translation>Tokens in der Tabelle</translation>
    </message>
    <message>
        <source>Filter of the table</source>
        <translation>Filter der Tabelle</translation>
    </message>
    <message>
        <source>None: all tokens</source>
        <translation>Keiner: alle Tokens</translation>
    </message>
    <message>
        <source>SHA-256 of the table as it is exported as CSV:</source>
        <translation>SHA-256 der Tabelle, wie sie als CSV exportiert wird:</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <extracomment>Tokens with a critical finding</extracomment>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stale when unused for</source>
        <translation>Ungenutzt nach</translation>
    </message>
    <message>
        <source>Never used when so old</source>
        <translation>Nie benutzt nach</translation>
    </message>
    <message>
        <source>Lives long when longer than</source>
        <translation>Lange Laufzeit ab</translation>
    </message>
    <message>
        <source>Expires soon when within</source>
        <translation>Läuft bald ab innerhalb von</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more finding(s).</source>
        <translation>
            <numerusform>Und %Ln weiterer Befund.</numerusform>
            <numerusform>Und %Ln weitere Befunde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s) have been hidden.</source>
        <translation>
            <numerusform>%Ln Befund wurde ausgeblendet.</numerusform>
            <numerusform>%Ln Befunde wurden ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Since the last review</source>
        <translation>Seit der letzten Durchsicht</translation>
    </message>
    <message>
        <source>Since the history began</source>
        <translation>Seit Beginn des Verlaufs</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Vanished</source>
        <extracomment>Tokens that the server does not list any more</extracomment>
        <translation>Verschwunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) joined.</source>
        <translation>
            <numerusform>%Ln Gerät ist beigetreten.</numerusform>
            <numerusform>%Ln Geräte sind beigetreten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
</context>
<context>
    <name>CertificateDialog</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Issued to:</source>
        <translation>Ausgestellt für:</translation>
    </message>
    <message>
        <source>Names:</source>
        <translation>Namen:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>Gültig:</translation>
    </message>
    <message>
        <source>&amp;Pinned for this profile</source>
        <translation>Für dieses Profil fest&amp;gelegt</translation>
    </message>
    <message>
        <source>&amp;Fingerprint (SHA-256)</source>
        <translation>&amp;Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Pinned fingerprint (SHA-256)</source>
        <translation>Festgelegter Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Shown fingerprint (SHA-256)</source>
        <translation>Vorgelegter Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Copy pinned fingerprint</source>
        <translation>Festgelegten Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>I compared the fingerprint with whoever runs the server</source>
        <translation>Ich habe den Fingerabdruck mit dem Betreiber des Servers abgeglichen</translation>
    </message>
    <message>
        <source>&amp;I compared the fingerprint with whoever runs the server</source>
        <translation>&amp;Ich habe den Fingerabdruck mit dem Betreiber des Servers abgeglichen</translation>
    </message>
    <message>
        <source>Pin This Certificate</source>
        <translation>Dieses Zertifikat festlegen</translation>
    </message>
    <message>
        <source>&amp;Pin This Certificate</source>
        <translation>Dieses &amp;Zertifikat festlegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>Its certificate does not name this address.</source>
        <translation>Sein Zertifikat nennt diese Adresse nicht.</translation>
    </message>
    <message>
        <source>Its certificate is for %1, not for this address.</source>
        <translation>Sein Zertifikat gilt für %1, nicht für diese Adresse.</translation>
    </message>
    <message>
        <source>Its certificate expired on %1.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>Sein Zertifikat ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>Its certificate is not valid before %1; perhaps this computer&apos;s clock is wrong.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>Sein Zertifikat ist erst ab %1 gültig; vielleicht geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <source>Nobody but the server itself vouches for its certificate (it is self-signed).</source>
        <translation>Für sein Zertifikat bürgt nur der Server selbst (es ist selbstsigniert).</translation>
    </message>
    <message>
        <source>Its certificate was issued by somebody whom this computer does not trust.</source>
        <translation>Sein Zertifikat stammt von einem Aussteller, dem dieser Computer nicht vertraut.</translation>
    </message>
    <message>
        <source>Its certificate was issued by %1, whom this computer does not trust.</source>
        <translation>Sein Zertifikat wurde von %1 ausgestellt; diesem Aussteller vertraut dieser Computer nicht.</translation>
    </message>
    <message>
        <source>Its certificate cannot be used.</source>
        <translation>Sein Zertifikat ist nicht verwendbar.</translation>
    </message>
</context>
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
    <message>
        <source>Show Certificate</source>
        <translation>Zertifikat anzeigen</translation>
    </message>
    <message>
        <source>Show C&amp;ertificate…</source>
        <translation>Zertifi&amp;kat anzeigen&#xa0;…</translation>
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
        <source>The keychain reported a problem.</source>
        <translation>Der Schlüsselbund hat ein Problem gemeldet.</translation>
    </message>
    <message>
        <source>Try again, or use an access token for this session only.</source>
        <translation>Versuchen Sie es erneut oder verwenden Sie ein Zugriffstoken nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>It has more than %1, which is the most that is taken. If the list is that long, allow more in the preferences.</source>
        <extracomment>%1 is a size such as &quot;1,024 MB&quot;</extracomment>
        <translation>Sie ist größer als %1; mehr wird nicht angenommen. Wenn die Liste so lang ist, erlauben Sie in den Einstellungen mehr.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>The history on this computer could not be read or written.</source>
        <translation>Der Verlauf auf diesem Computer konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The tokens themselves are not affected. Look whether the disk is full or the folder read-only.</source>
        <translation>Die Tokens selbst sind nicht betroffen. Prüfen Sie, ob der Datenträger voll oder der Ordner schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing of it was left behind, and what was there before is untouched. Look whether the disk is full or the folder read-only, or choose another one.</source>
        <translation>Es blieb nichts davon zurück, und was vorher da war, ist unverändert. Prüfen Sie, ob der Datenträger voll oder der Ordner schreibgeschützt ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>(%1)</source>
        <extracomment>%1 is a file name and a reason from the operating system</extracomment>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>The sign-in was declined.</source>
        <translation>Die Anmeldung wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The sign-in was not completed in time.</source>
        <translation>Die Anmeldung wurde nicht rechtzeitig abgeschlossen.</translation>
    </message>
    <message>
        <source>No answer came from the browser. Pages that are still open there belong to the old sign-in: close them and start again.</source>
        <translation>Vom Browser kam keine Antwort. Seiten, die dort noch offen sind, gehören zur alten Anmeldung: Schließen Sie sie und starten Sie die Anmeldung erneut.</translation>
    </message>
    <message>
        <source>The sign-in could not be trusted.</source>
        <translation>Die Anmeldung ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>An answer came that does not belong to it, so it was ended and nothing was taken from it. Start again.</source>
        <translation>Es kam eine Antwort, die nicht zu ihr gehört. Daher wurde sie beendet und nichts daraus übernommen. Starten Sie die Anmeldung erneut.</translation>
    </message>
    <message>
        <source>An answer came that does not belong to it (%1), so it was ended and nothing was taken from it. Start again; if it stays, ask whoever runs the sign-in service.</source>
        <translation>Es kam eine Antwort, die nicht zu ihr gehört (%1). Daher wurde sie beendet und nichts daraus übernommen. Starten Sie die Anmeldung erneut; wenn das Problem bleibt, wenden Sie sich an den Betreiber des Anmeldedienstes.</translation>
    </message>
    <message>
        <source>The sign-in service refused the request.</source>
        <translation>Der Anmeldedienst hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Check the issuer, the client ID and the scopes, or ask whoever runs the sign-in service.</source>
        <translation>Prüfen Sie Aussteller, Client-ID und Scopes, oder wenden Sie sich an den Betreiber des Anmeldedienstes.</translation>
    </message>
    <message>
        <source>You have to sign in again.</source>
        <translation>Sie müssen sich erneut anmelden.</translation>
    </message>
    <message>
        <source>The sign-in has ended or was withdrawn. What is on screen stays.</source>
        <translation>Die Anmeldung ist abgelaufen oder wurde zurückgezogen. Was angezeigt wird, bleibt stehen.</translation>
    </message>
    <message>
        <source>Its certificate was not accepted.</source>
        <translation>Sein Zertifikat wurde nicht akzeptiert.</translation>
    </message>
    <message>
        <source>Certificate for: %1</source>
        <translation>Zertifikat für: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>Issued by: %1</source>
        <translation>Ausgestellt von: %1</translation>
    </message>
    <message>
        <source>Valid: %1 to %2</source>
        <extracomment>both are dates</extracomment>
        <translation>Gültig: %1 bis %2</translation>
    </message>
    <message>
        <source>Expected SHA-256: %1</source>
        <translation>Erwarteter SHA-256: %1</translation>
    </message>
    <message>
        <source>Shown SHA-256: %1</source>
        <translation>Vorgelegter SHA-256: %1</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the server&apos;s address; if it is right, ask whoever runs the server.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie die Adresse des Servers; wenn sie stimmt, wenden Sie sich an dessen Betreiber.</translation>
    </message>
    <message>
        <source>The server shows another certificate.</source>
        <translation>Der Server legt ein anderes Zertifikat vor.</translation>
    </message>
    <message>
        <source>It is not the one that was pinned for this connection, so nothing was sent. Ask whoever runs the server whether it was replaced, and compare the fingerprint.</source>
        <translation>Es ist nicht das für diese Verbindung festgelegte, daher wurde nichts gesendet. Fragen Sie den Betreiber des Servers, ob es ersetzt wurde, und vergleichen Sie den Fingerabdruck.</translation>
    </message>
    <message>
        <source>The certificate authority&apos;s file cannot be used.</source>
        <translation>Die Datei der Zertifizierungsstelle ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose a file with certificates in PEM form.</source>
        <translation>Es wurde nichts gesendet. Wählen Sie eine Datei mit Zertifikaten im PEM-Format.</translation>
    </message>
    <message>
        <source>There is no way through the proxy.</source>
        <translation>Der Proxy stellt keine Verbindung her.</translation>
    </message>
    <message>
        <source>It refused the connection, or it could not reach the server. Check its address and port in the connection&apos;s settings. Nothing was changed.</source>
        <translation>Er hat die Verbindung abgelehnt oder konnte den Server nicht erreichen. Prüfen Sie seine Adresse und seinen Port in den Einstellungen der Verbindung. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The proxy&apos;s name is not known.</source>
        <translation>Der Name des Proxys ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the name in the connection&apos;s settings, and the network. Nothing was changed.</source>
        <translation>Prüfen Sie den Namen in den Einstellungen der Verbindung und das Netzwerk. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The proxy did not answer in time.</source>
        <translation>Der Proxy hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy, or the server behind it cannot be reached. Nothing was changed.</source>
        <translation>Möglicherweise ist er ausgelastet oder der Server dahinter ist nicht erreichbar. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and password.</source>
        <translation>Der Proxy verlangt Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>It did not accept those of the connection&apos;s settings, or there are none. Nothing was sent to the server.</source>
        <translation>Er hat die Angaben aus den Einstellungen der Verbindung nicht akzeptiert, oder es gibt keine. An den Server wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It says: %1</source>
        <extracomment>%1 is a message from the sign-in service</extracomment>
        <translation>Er meldet: %1</translation>
    </message>
    <message>
        <source>The server no longer accepts your sign-in.</source>
        <translation>Der Server akzeptiert Ihre Anmeldung nicht mehr.</translation>
    </message>
    <message>
        <source>It has ended or was withdrawn. Sign in again to go on; nothing is repeated by itself.</source>
        <translation>Sie ist abgelaufen oder wurde zurückgezogen. Melden Sie sich erneut an, um fortzufahren; nichts wird von selbst wiederholt.</translation>
    </message>
    <message>
        <source>The server knows who you are, but you lack the permission. Ask an administrator of the organization, or sign in as somebody else.</source>
        <translation>Der Server weiß, wer Sie sind, aber Ihre Rechte reichen hierfür nicht aus. Wenden Sie sich an die Administration der Organisation oder melden Sie sich als jemand anders an.</translation>
    </message>
    <message>
        <source>No service of this desktop keeps passwords (on Linux: GNOME Keyring, KWallet or KeePassXC). You can sign in for this session only.</source>
        <translation>Kein Dienst dieser Arbeitsumgebung bewahrt Passwörter auf (unter Linux: GNOME Keyring, KWallet oder KeePassXC). Sie können sich nur für diese Sitzung anmelden.</translation>
    </message>
    <message>
        <source>Your sign-in is kept there. Unlock it and try again.</source>
        <translation>Ihre Anmeldung wird dort aufbewahrt. Entsperren Sie ihn und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your sign-in is kept there. Perhaps it waits for a password in another window.</source>
        <translation>Ihre Anmeldung wird dort aufbewahrt. Vielleicht wartet er in einem anderen Fenster auf ein Passwort.</translation>
    </message>
    <message>
        <source>The keychain gave no sign-in.</source>
        <translation>Der Schlüsselbund hat keine Anmeldung geliefert.</translation>
    </message>
    <message>
        <source>The entry was removed, or the keychain is locked. Sign in again to go on.</source>
        <translation>Der Eintrag wurde entfernt, oder der Schlüsselbund ist gesperrt. Melden Sie sich erneut an, um fortzufahren.</translation>
    </message>
    <message>
        <source>Your sign-in is kept there. Try again, or sign in again.</source>
        <translation>Ihre Anmeldung wird dort aufbewahrt. Versuchen Sie es noch einmal oder melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The sign-in service could not be reached.</source>
        <translation>Der Anmeldedienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network and the issuer in the connection&apos;s settings.</source>
        <translation>Prüfen Sie das Netzwerk und den Aussteller in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>The sign-in service did not answer in time.</source>
        <translation>Der Anmeldedienst hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It may be busy, or the connection is slow.</source>
        <translation>Möglicherweise ist er ausgelastet oder die Verbindung ist langsam.</translation>
    </message>
    <message>
        <source>The connection to the sign-in service is not secure.</source>
        <translation>Die Verbindung zum Anmeldedienst ist nicht sicher.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the issuer in the connection&apos;s settings; if it is right, ask whoever runs the sign-in service.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie den Aussteller in den Einstellungen der Verbindung; wenn er stimmt, wenden Sie sich an den Betreiber des Anmeldedienstes.</translation>
    </message>
    <message>
        <source>The sign-in service shows another certificate.</source>
        <translation>Der Anmeldedienst legt ein anderes Zertifikat vor.</translation>
    </message>
    <message>
        <source>It is not the one that was pinned for this connection, so nothing was sent. Ask whoever runs the service whether it was replaced, and compare the fingerprint.</source>
        <translation>Es ist nicht das für diese Verbindung festgelegte, daher wurde nichts gesendet. Fragen Sie den Betreiber des Dienstes, ob es ersetzt wurde, und vergleichen Sie den Fingerabdruck.</translation>
    </message>
    <message>
        <source>The sign-in service points somewhere else.</source>
        <translation>Der Anmeldedienst verweist auf eine andere Adresse.</translation>
    </message>
    <message>
        <source>Token Desk does not follow. Check the issuer in the connection&apos;s settings.</source>
        <translation>Token Desk folgt dem Verweis nicht. Prüfen Sie den Aussteller in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>The sign-in service turned Token Desk away.</source>
        <translation>Der Anmeldedienst hat Token Desk abgewiesen.</translation>
    </message>
    <message>
        <source>Check the client ID in the connection&apos;s settings, or ask whoever runs the service.</source>
        <translation>Prüfen Sie die Client-ID in den Einstellungen der Verbindung oder wenden Sie sich an den Betreiber des Dienstes.</translation>
    </message>
    <message>
        <source>There is no sign-in service at this address.</source>
        <translation>Unter dieser Adresse gibt es keinen Anmeldedienst.</translation>
    </message>
    <message>
        <source>Check the issuer in the connection&apos;s settings: it has to be exactly as the service calls itself.</source>
        <translation>Prüfen Sie den Aussteller in den Einstellungen der Verbindung: Er muss genau so lauten, wie der Dienst sich selbst nennt.</translation>
    </message>
    <message>
        <source>The sign-in service asks to wait.</source>
        <translation>Der Anmeldedienst bittet darum, zu warten.</translation>
    </message>
    <message>
        <source>It had too many requests. Try again in %1.</source>
        <translation>Er hat zu viele Anfragen erhalten. Versuchen Sie es in %1 erneut.</translation>
    </message>
    <message>
        <source>It had too many requests. Try again in a while.</source>
        <translation>Er hat zu viele Anfragen erhalten. Versuchen Sie es nach einer Weile erneut.</translation>
    </message>
    <message>
        <source>The sign-in service has a problem.</source>
        <translation>Der Anmeldedienst hat ein Problem.</translation>
    </message>
    <message>
        <source>Try again; if it stays, tell whoever runs the service.</source>
        <translation>Versuchen Sie es erneut; wenn das Problem bleibt, informieren Sie den Betreiber des Dienstes.</translation>
    </message>
    <message>
        <source>The sign-in service&apos;s answer makes no sense.</source>
        <translation>Die Antwort des Anmeldedienstes ist unverständlich.</translation>
    </message>
    <message>
        <source>Check the issuer in the connection&apos;s settings: perhaps something else answers there.</source>
        <translation>Prüfen Sie den Aussteller in den Einstellungen der Verbindung: Vielleicht antwortet dort etwas anderes.</translation>
    </message>
    <message>
        <source>It is not what such a service sends: %1. Check the issuer in the connection&apos;s settings.</source>
        <translation>So antwortet kein Anmeldedienst: %1. Prüfen Sie den Aussteller in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>The sign-in service&apos;s answer is too large.</source>
        <translation>Die Antwort des Anmeldedienstes ist zu groß.</translation>
    </message>
    <message>
        <source>It was refused. Check the issuer in the connection&apos;s settings.</source>
        <translation>Sie wurde abgelehnt. Prüfen Sie den Aussteller in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
        <source>The sign-in service&apos;s address is not secure.</source>
        <translation>Die Adresse des Anmeldedienstes ist nicht sicher.</translation>
    </message>
    <message>
        <source>Over http:// anyone on the way could sign in as you, so nothing was sent. The issuer and what it points to have to be https://.</source>
        <translation>Über http:// könnte sich jeder auf dem Weg in Ihrem Namen anmelden, daher wurde nichts gesendet. Der Aussteller und alles, worauf er verweist, müssen mit https:// beginnen.</translation>
    </message>
    <message>
        <source>Sign In</source>
        <extracomment>a button; it begins at once</extracomment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Show Certificate…</source>
        <extracomment>a button</extracomment>
        <translation>Zertifikat anzeigen&#xa0;…</translation>
    </message>
    <message>
        <source>The entry was removed, or the keychain is locked. Give a new access token to go on.</source>
        <translation>Der Eintrag wurde entfernt, oder der Schlüsselbund ist gesperrt. Geben Sie ein neues Zugriffstoken ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>You cancelled it there, or you may not use Token Desk with that account. Nothing was changed.</source>
        <translation>Sie haben sie dort abgebrochen, oder Sie dürfen Token Desk mit diesem Konto nicht benutzen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The server does not accept this sign-in.</source>
        <translation>Der Server akzeptiert diese Anmeldung nicht.</translation>
    </message>
    <message>
        <source>The sign-in service gave a new access token, and the server refused that one too. Sign in as somebody else, or ask whoever runs the server which client ID, scopes and audience it wants.</source>
        <translation>Der Anmeldedienst hat ein neues Zugriffstoken ausgegeben, und der Server hat auch dieses abgelehnt. Melden Sie sich als jemand anders an oder fragen Sie den Betreiber des Servers, welche Client-ID, Scopes und Zielgruppe er verlangt.</translation>
    </message>
    <message>
        <source>The sign-in had run out.</source>
        <translation>Die Anmeldung war abgelaufen.</translation>
    </message>
    <message>
        <source>The server refused the request, and nothing was changed. The sign-in has been renewed meanwhile: you can do it again.</source>
        <translation>Der Server hat die Anfrage abgelehnt, und es wurde nichts geändert. Die Anmeldung wurde inzwischen erneuert: Sie können den Vorgang wiederholen.</translation>
    </message>
</context>
<context>
    <name>FileWriter</name>
    <message>
        <source>Saved to %1</source>
        <extracomment>%1 is a file&apos;s path</extracomment>
        <translation>Gespeichert unter %1</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>%1 cannot be written to.</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>In %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another program holds the history&apos;s file.</source>
        <translation>Ein anderes Programm hält die Datei des Verlaufs belegt.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is not installed (on Debian: libqt6sql6-sqlite).</source>
        <translation>Der SQLite-Treiber von Qt ist nicht installiert (unter Debian: libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>%1 cannot be used (%2).</source>
        <extracomment>%1: path of a file; %2: what the system says, in its own words</extracomment>
        <translation>%1 ist nicht verwendbar (%2).</translation>
    </message>
    <message>
        <source>The history was damaged; a new one has begun.</source>
        <translation>Der Verlauf war beschädigt; ein neuer hat begonnen.</translation>
    </message>
    <message>
        <source>What could not be read is kept as %1, in the same folder.</source>
        <extracomment>%1: name of a file</extracomment>
        <translation>Was nicht lesbar war, liegt als %1 im selben Ordner.</translation>
    </message>
    <message>
        <source>This history belongs to a newer Token Desk.</source>
        <translation>Dieser Verlauf stammt von einer neueren Version von Token Desk.</translation>
    </message>
    <message>
        <source>It is shown as far as it is understood, and nothing is added to it. Start the newer version to go on recording.</source>
        <translation>Er wird angezeigt, soweit er lesbar ist, aber nicht ergänzt. Starten Sie die neuere Version, um weiter aufzuzeichnen.</translation>
    </message>
    <message>
        <source>The history is not being recorded.</source>
        <translation>Der Verlauf wird nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1 What it holds can be seen. What happens now is remembered until this window closes.</source>
        <translation>%1 Was er enthält, ist zu sehen. Was jetzt geschieht, bleibt nur bekannt, bis dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The history is not being kept.</source>
        <translation>Der Verlauf wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 What happens now is remembered until this window closes, and is recorded as soon as that is possible again.</source>
        <translation>%1 Was jetzt geschieht, bleibt bekannt, bis dieses Fenster geschlossen wird, und wird aufgezeichnet, sobald es wieder möglich ist.</translation>
    </message>
</context>
<context>
    <name>IssuerUrl</name>
    <message>
        <source>Enter the issuer: the address by which the sign-in service calls itself.</source>
        <translation>Geben Sie den Aussteller ein: die Adresse, mit der der Anmeldedienst sich selbst nennt.</translation>
    </message>
    <message>
        <source>There is a blank in it. The issuer is compared letter by letter; take the blank out.</source>
        <translation>Darin steht ein Leerzeichen. Der Aussteller wird Zeichen für Zeichen verglichen; entfernen Sie das Leerzeichen.</translation>
    </message>
    <message>
        <source>This is not an address. An issuer looks like https://login.example.com/realm.</source>
        <translation>Das ist keine Adresse. Ein Aussteller sieht so aus: https://login.example.com/realm.</translation>
    </message>
    <message>
        <source>An issuer has no user name, no ? and no #. Enter it as the sign-in service tells it.</source>
        <translation>Ein Aussteller enthält keinen Benutzernamen, kein ? und kein #. Geben Sie ihn so ein, wie der Anmeldedienst ihn angibt.</translation>
    </message>
    <message>
        <source>The issuer must begin with https://; http:// is accepted for this computer only.</source>
        <translation>Der Aussteller muss mit https:// beginnen; http:// wird nur für diesen Computer akzeptiert.</translation>
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
        <translation>Name, ID</translation>
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
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>&amp;Tokens</source>
        <translation>&amp;Tokens</translation>
    </message>
    <message>
        <source>The list of tokens</source>
        <translation>Die Liste der Tokens</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>How tokens are used, and which ones should go</source>
        <translation>Wie Tokens benutzt werden und welche entfernt werden sollten</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Everything about the selected tokens, beside the list</source>
        <translation>Alles über die ausgewählten Tokens, neben der Liste</translation>
    </message>
    <message>
        <source>Save what is shown as a report, or the table as a file</source>
        <translation>Speichert das Angezeigte als Bericht oder die Tabelle als Datei</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>&amp;Protokoll&#xa0;…</translation>
    </message>
    <message>
        <source>The requests to the server, to read and to send to whoever helps you</source>
        <translation>Die Anfragen an den Server, zum Lesen und Weitergeben, wenn Ihnen jemand hilft</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>Be&amp;richt&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Profiles</source>
        <translation>Pr&amp;ofile</translation>
    </message>
    <message>
        <source>&amp;Open in New Window</source>
        <translation>In neuem &amp;Fenster öffnen</translation>
    </message>
    <message>
        <source>Close &amp;Window</source>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;New Profile…</source>
        <translation>&amp;Neues Profil&#xa0;…</translation>
    </message>
    <message>
        <source>Set up a connection to another server or organization</source>
        <translation>Eine Verbindung zu einem anderen Server oder einer anderen Organisation einrichten</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>Profile &amp;verwalten&#xa0;…</translation>
    </message>
    <message>
        <source>Add, edit, duplicate, delete and order profiles</source>
        <translation>Profile hinzufügen, bearbeiten, duplizieren, löschen und ordnen</translation>
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
    <message>
        <source>&amp;Largest list:</source>
        <translation>&amp;Größte Liste:</translation>
    </message>
    <message>
        <source>Largest list in megabytes</source>
        <translation>Größte Liste in Megabyte</translation>
    </message>
    <message>
        <source>A server&apos;s answer that is larger is refused, to keep this computer usable. 1,024 MB are about four million tokens.</source>
        <translation>Eine größere Antwort des Servers wird abgelehnt, damit dieser Computer benutzbar bleibt. 1.024 MB sind etwa vier Millionen Tokens.</translation>
    </message>
    <message>
        <source> MB</source>
        <comment>megabytes</comment>
        <translation> MB</translation>
    </message>
    <message>
        <source>&amp;Keep the history for:</source>
        <translation>&amp;Verlauf aufbewahren:</translation>
    </message>
    <message>
        <source>Days to keep the history</source>
        <translation>Tage, die der Verlauf aufbewahrt wird</translation>
    </message>
    <message>
        <source>What Token Desk has seen of the tokens is kept on this computer, and dropped when it is older.</source>
        <translation>Was Token Desk von den Tokens gesehen hat, bleibt auf diesem Computer und wird verworfen, wenn es älter ist.</translation>
    </message>
    <message>
        <source>&amp;Delete History…</source>
        <translation>Verlauf lö&amp;schen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete History…</source>
        <translation>Verlauf löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Forget all that has been seen with this connection</source>
        <translation>Alles vergessen, was mit dieser Verbindung gesehen wurde</translation>
    </message>
</context>
<context>
    <name>ProfileColors</name>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
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
        <source>Connect without encryption</source>
        <translation>Ohne Verschlüsselung verbinden</translation>
    </message>
    <message>
        <source>Connect &amp;without encryption</source>
        <translation>&amp;Ohne Verschlüsselung verbinden</translation>
    </message>
    <message>
        <source>Si&amp;gn-in:</source>
        <translation>Anmeldun&amp;g:</translation>
    </message>
    <message>
        <source>Sign-in method</source>
        <translation>Anmeldeverfahren</translation>
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
        <source>Reveal access token</source>
        <translation>Zugriffstoken anzeigen</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>Iss&amp;uer:</source>
        <translation>Ausstelle&amp;r:</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>https://login.example.com/realm</source>
        <translation>https://login.example.com/realm</translation>
    </message>
    <message>
        <source>Client I&amp;D:</source>
        <translation>Client-&amp;ID:</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>&amp;For this session only</source>
        <translation>Nur für &amp;diese Sitzung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Marks the windows of this profile, so that one is not mistaken for another.</source>
        <translation>Kennzeichnet die Fenster dieses Profils, damit keines mit einem anderen verwechselt wird.</translation>
    </message>
    <message>
        <source>Sc&amp;opes:</source>
        <translation>Sc&amp;opes:</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Au&amp;dience:</source>
        <translation>Ziel&amp;gruppe:</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Zielgruppe (Audience)</translation>
    </message>
    <message>
        <source>Empty, unless the sign-in service wants one</source>
        <translation>Leer, sofern der Anmeldedienst keine verlangt</translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation>Fa&amp;rbe:</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>In the order in which they stand in the menu</source>
        <translation>In der Reihenfolge, in der sie im Menü stehen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Anmeldung mit</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Öf&amp;fnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show this profile in this window, or the window it has already</source>
        <translation>Dieses Profil in diesem Fenster zeigen oder das Fenster, das es schon hat</translation>
    </message>
    <message>
        <source>Open in New &amp;Window</source>
        <translation>In neuem Fens&amp;ter öffnen</translation>
    </message>
    <message>
        <source>Open in New Window</source>
        <translation>In neuem Fenster öffnen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu&#xa0;…</translation>
    </message>
    <message>
        <source>New Profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>A profile with the same settings; it has to sign in for itself</source>
        <translation>Ein Profil mit denselben Einstellungen; es braucht eine eigene Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>&amp;Move Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ProxyEdit</name>
    <message>
        <source>As this computer&apos;s settings say</source>
        <translation>Wie in den Einstellungen dieses Computers</translation>
    </message>
    <message>
        <source>As this co&amp;mputer&apos;s settings say</source>
        <translation>&amp;Wie in den Einstellungen dieses Computers</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>&amp;No proxy</source>
        <translation>Kei&amp;n Proxy</translation>
    </message>
    <message>
        <source>A proxy for this profile</source>
        <translation>Ein Proxy für dieses Profil</translation>
    </message>
    <message>
        <source>A pro&amp;xy for this profile:</source>
        <translation>Ein Pro&amp;xy für dieses Profil:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>A&amp;rt:</translation>
    </message>
    <message>
        <source>Kind of proxy</source>
        <translation>Art des Proxys</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Benutzer beim Proxy</translation>
    </message>
    <message>
        <source>Empty: the proxy asks for none</source>
        <translation>Leer: Der Proxy verlangt keinen</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Passwort beim Proxy</translation>
    </message>
    <message>
        <source>A server on this computer is always reached directly.</source>
        <translation>Ein Server auf diesem Computer wird immer direkt angesprochen.</translation>
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
    <name>ReportWords</name>
    <message>
        <source>Token audit</source>
        <translation>Token-Prüfung</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Report with pictures, HTML (*.html)</source>
        <translation>Bericht mit Bildern, HTML (*.html)</translation>
    </message>
    <message>
        <source>Report with pictures, PDF (*.pdf)</source>
        <translation>Bericht mit Bildern, PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The table as filtered, CSV (*.csv)</source>
        <translation>Die gefilterte Tabelle, CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table as filtered, JSON (*.json)</source>
        <translation>Die gefilterte Tabelle, JSON (*.json)</translation>
    </message>
    <message>
        <source>Token audit %1</source>
        <translation>Token-Prüfung %1</translation>
    </message>
</context>
<context>
    <name>ReviewChange</name>
    <message>
        <source>Created</source>
        <extracomment>Since the last review: tokens that were created</extracomment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Used</source>
        <extracomment>Since the last review: tokens with which devices joined</extracomment>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <extracomment>Since the last review: tokens that were revoked</extracomment>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <extracomment>Since the last review: tokens that expired</extracomment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Renamed</source>
        <extracomment>Since the last review: tokens that have another name now</extracomment>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Expiry changed</source>
        <translation>Ablauf geändert</translation>
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
        <source>http:// would send the access token readable by anyone on the way. Use https:// if the server has it.</source>
        <translation>Über http:// könnte das Zugriffstoken unterwegs mitgelesen werden. Verwenden Sie https://, wenn der Server es anbietet.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>QR code of the address</source>
        <translation>QR-Code der Adresse</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>Code:</translation>
    </message>
    <message>
        <source>Copy &amp;Code</source>
        <translation>&amp;Code kopieren</translation>
    </message>
    <message>
        <source>Copy Code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>Address of the sign-in page</source>
        <translation>Adresse der Anmeldeseite</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Copy &amp;Link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copy Link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>&amp;Open Link</source>
        <translation>Link ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open Link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy &amp;Details</source>
        <translation>De&amp;tails kopieren</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>&amp;Store Again</source>
        <translation>Erneut s&amp;peichern</translation>
    </message>
    <message>
        <source>Store Again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>&amp;Use for This Session Only</source>
        <translation>N&amp;ur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Use for This Session Only</source>
        <translation>Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Show C&amp;ertificate…</source>
        <translation>&amp;Zertifikat anzeigen&#xa0;…</translation>
    </message>
    <message>
        <source>Show Certificate</source>
        <translation>Zertifikat anzeigen</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>The sign-in is complete here.</source>
        <translation>Die Anmeldung ist hier abgeschlossen.</translation>
    </message>
    <message>
        <source>Go back to Token Desk. You can close this page.</source>
        <translation>Kehren Sie zu Token Desk zurück. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>The sign-in was not completed.</source>
        <translation>Die Anmeldung wurde nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Token Desk says why. You can close this page.</source>
        <translation>Token Desk sagt, warum. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>This does not belong to the sign-in that Token Desk waits for.</source>
        <translation>Das gehört nicht zu der Anmeldung, auf die Token Desk wartet.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. You can close this page; start again in Token Desk.</source>
        <translation>Es wurde nichts daraus übernommen. Sie können diese Seite schließen; starten Sie die Anmeldung in Token Desk erneut.</translation>
    </message>
    <message>
        <source>There is nothing to see here.</source>
        <translation>Hier gibt es nichts zu sehen.</translation>
    </message>
    <message>
        <source>Token Desk waits for the end of a sign-in. You can close this page.</source>
        <translation>Token Desk wartet auf das Ende einer Anmeldung. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>The browser sent too much.</source>
        <translation>Der Browser hat zu viel gesendet.</translation>
    </message>
    <message>
        <source>Close this page and start again in Token Desk.</source>
        <translation>Schließen Sie diese Seite und starten Sie die Anmeldung in Token Desk erneut.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language that these texts are in, as a BCP 47 tag: &quot;de&quot; in German, &quot;pt-BR&quot; in Brazilian Portuguese</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>SignInWords</name>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The access token has expired.</source>
        <translation>Das Zugriffstoken ist abgelaufen.</translation>
    </message>
    <message>
        <source>Give a new one to go on.</source>
        <translation>Geben Sie ein neues ein, um fortzufahren.</translation>
    </message>
    <message>
        <source>Your sign-in could not be renewed.</source>
        <translation>Ihre Anmeldung konnte nicht erneuert werden.</translation>
    </message>
    <message>
        <source>Your sign-in ends at %1.</source>
        <extracomment>%1 is a time such as 14:05</extracomment>
        <translation>Ihre Anmeldung endet um %1.</translation>
    </message>
    <message>
        <source>The access token ends at %1.</source>
        <extracomment>%1 is a time such as 14:05</extracomment>
        <translation>Das Zugriffstoken läuft um %1 ab.</translation>
    </message>
    <message>
        <source>That is %1.</source>
        <extracomment>%1 is &quot;in 4 minutes&quot;</extracomment>
        <translation>Das ist %1.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Sign in again to go on without a break.</source>
        <translation>Melden Sie sich erneut an, um ohne Unterbrechung weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Give a new one to go on without a break.</source>
        <translation>Geben Sie ein neues ein, um ohne Unterbrechung weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>New Access Token…</source>
        <translation>Neues Zugriffstoken&#xa0;…</translation>
    </message>
    <message>
        <source>Your sign-in is not in the keychain.</source>
        <translation>Ihre Anmeldung ist nicht im Schlüsselbund.</translation>
    </message>
    <message>
        <source>It holds until you quit Token Desk; after that you will have to sign in again.</source>
        <translation>Sie gilt, bis Sie Token Desk beenden; danach müssen Sie sich erneut anmelden.</translation>
    </message>
    <message>
        <source>The list is from before: it was loaded %1.</source>
        <extracomment>%1 is &quot;3 minutes ago&quot;</extracomment>
        <translation>Die Liste ist nicht aktuell: Sie wurde %1 geladen.</translation>
    </message>
    <message>
        <source>Sign-in has ended</source>
        <translation>Anmeldung beendet</translation>
    </message>
    <message>
        <source>Access token has expired</source>
        <translation>Zugriffstoken abgelaufen</translation>
    </message>
    <message>
        <source>Signed in until %1</source>
        <extracomment>%1 is a person, %2 a time such as 14:05</extracomment>
        <translation>Angemeldet bis %1</translation>
    </message>
    <message>
        <source>Signed in as %1 until %2</source>
        <translation>Angemeldet als %1 bis %2</translation>
    </message>
    <message>
        <source>Signed in</source>
        <extracomment>%1 is a person</extracomment>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>The sign-in renews itself. Its access token is valid until %1.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>Die Anmeldung erneuert sich von selbst. Ihr Zugriffstoken ist bis %1 gültig.</translation>
    </message>
</context>
<context>
    <name>StateChoice</name>
    <message>
        <source>All tokens</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
</context>
<context>
    <name>TimeTicker</name>
    <message>
        <source>d MMM</source>
        <extracomment>a day without its year, on an axis of time: &quot;14 Mar&quot;</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>a month with its year, on an axis of time: &quot;Mar 2026&quot;</extracomment>
        <translation>MMM yyyy</translation>
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
        <translation>Mehrfach</translation>
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
    <name>TokenEvents</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s) joined</source>
        <translation>
            <numerusform>%Ln Gerät beigetreten</numerusform>
            <numerusform>%Ln Geräte beigetreten</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Used, but the use count did not rise</source>
        <translation>Benutzt, aber die Anzahl der Nutzungen stieg nicht</translation>
    </message>
    <message>
        <source>The use count fell from %1 to %2</source>
        <extracomment>Two use counts, the larger one first</extracomment>
        <translation>Die Anzahl der Nutzungen sank von %1 auf %2</translation>
    </message>
    <message>
        <source>The revocation vanished</source>
        <translation>Der Widerruf verschwand</translation>
    </message>
    <message>
        <source>The expiry changed from %1 to %2</source>
        <extracomment>Two dates, or &quot;Never&quot;</extracomment>
        <translation>Der Ablauf änderte sich von %1 auf %2</translation>
    </message>
    <message>
        <source>Renamed from %1 to %2</source>
        <extracomment>Two names of a token</extracomment>
        <translation>Umbenannt von %1 in %2</translation>
    </message>
    <message>
        <source>The server did not list it any more</source>
        <translation>Der Server führte es nicht mehr auf</translation>
    </message>
    <message>
        <source>The server listed it again</source>
        <translation>Der Server führte es wieder auf</translation>
    </message>
    <message numerus="yes">
        <source>Nobody looked for %Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag lang kein Abruf</numerusform>
            <numerusform>%Ln Tage lang kein Abruf</numerusform>
        </translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A date and a time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, between %2 and %3</source>
        <extracomment>A date and two times of that day</extracomment>
        <translation>%1, zwischen %2 und %3</translation>
    </message>
    <message>
        <source>between %1, %2 and %3, %4</source>
        <extracomment>A date, a time, a later date, a time</extracomment>
        <translation>zwischen %1, %2 und %3, %4</translation>
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
        <source>Devices can join with it now, but it expires soon.</source>
        <translation>Geräte können damit noch beitreten, aber es läuft bald ab.</translation>
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
    <name>TokenWords</name>
    <message>
        <source>created %1</source>
        <extracomment>%1 is &quot;3 days ago&quot;</extracomment>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>läuft nie ab</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>läuft ab %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <extracomment>%1 is &quot;3 days ago&quot;</extracomment>
        <translation>abgelaufen %1</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <extracomment>%1 is &quot;3 days ago&quot;</extracomment>
        <translation>widerrufen %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>%Ln Nutzung</numerusform>
            <numerusform>%Ln Nutzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt benutzt %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a token&apos;s name, %2 what is known of it: &quot;Active, created 3 days ago, 12 uses&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>TrustEdit</name>
    <message>
        <source>How the server proves that it is the right one. It counts for this profile only.</source>
        <translation>Wie der Server beweist, dass er der richtige ist. Das gilt nur für dieses Profil.</translation>
    </message>
    <message>
        <source>By an authority that this computer trusts</source>
        <translation>Durch eine Stelle, der dieser Computer vertraut</translation>
    </message>
    <message>
        <source>By an authority that this computer tr&amp;usts</source>
        <translation>Durch eine Stelle, der dieser Com&amp;puter vertraut</translation>
    </message>
    <message>
        <source>By those, or by an authority from a file</source>
        <translation>Durch eine solche oder eine Stelle aus einer Datei</translation>
    </message>
    <message>
        <source>By those, or by an authority from a &amp;file</source>
        <translation>Durch eine solche oder eine Stelle aus einer &amp;Datei</translation>
    </message>
    <message>
        <source>Authority file</source>
        <translation>Datei der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>A file with certificates (PEM)</source>
        <translation>Eine Datei mit Zertifikaten (PEM)</translation>
    </message>
    <message>
        <source>Choose authority file</source>
        <translation>Datei der Zertifizierungsstelle auswählen</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>By exactly one certificate, which is pinned</source>
        <translation>Durch genau ein Zertifikat, das festgelegt ist</translation>
    </message>
    <message>
        <source>By exactly one certificate, which is &amp;pinned</source>
        <translation>Durch &amp;genau ein Zertifikat, das festgelegt ist</translation>
    </message>
    <message>
        <source>Pinned fingerprint (SHA-256)</source>
        <translation>Festgelegter Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Forget Pin</source>
        <translation>Festlegung aufheben</translation>
    </message>
    <message>
        <source>F&amp;orget Pin</source>
        <translation>Festlegung auf&amp;heben</translation>
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
    <message>
        <source>Connect to an AcuSight server to see and manage the provisioning tokens of your organization.</source>
        <translation>Stellen Sie die Verbindung zu einem AcuSight-Server her, um die Bereitstellungstokens Ihrer Organisation zu sehen und zu verwalten.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft&#xa0;…</translation>
    </message>
    <message>
        <source>Your sign-in is in the keychain.</source>
        <translation>Ihre Anmeldung ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The sign-in of %1 was for one session only and was not kept.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Die Anmeldung für %1 galt nur für eine Sitzung und wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The sign-in could not be removed.</source>
        <translation>Die Anmeldung konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>You are signed out, but the sign-in may still be in the keychain.</source>
        <translation>Sie sind abgemeldet, aber die Anmeldung befindet sich möglicherweise noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>You are disconnected</source>
        <translation>Die Verbindung ist getrennt</translation>
    </message>
    <message>
        <source>The access token of %1 is no longer in the keychain.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Das Zugriffstoken für %1 ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The sign-in of %1 is no longer on this computer.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Die Anmeldung für %1 ist nicht mehr auf diesem Computer.</translation>
    </message>
    <message>
        <source>What it had handed out before ends by itself.</source>
        <translation>Was er zuvor ausgegeben hatte, läuft von selbst ab.</translation>
    </message>
    <message>
        <source>The sign-in service has withdrawn it.</source>
        <translation>Der Anmeldedienst hat sie zurückgezogen.</translation>
    </message>
    <message>
        <source>The sign-in service cannot withdraw it.</source>
        <translation>Der Anmeldedienst kann sie nicht zurückziehen.</translation>
    </message>
    <message>
        <source>The sign-in service did not withdraw it.</source>
        <translation>Der Anmeldedienst hat sie nicht zurückgezogen.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>Signing out…</source>
        <translation>Abmeldung läuft&#xa0;…</translation>
    </message>
    <message>
        <source>You have to sign in again</source>
        <translation>Sie müssen sich erneut anmelden</translation>
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
    <name>tokendesk::AuditCardButton</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a card: &quot;Stale: 143&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::AuditCardRow</name>
    <message numerus="yes">
        <source>%Ln new this week</source>
        <translation>
            <numerusform>%Ln neu diese Woche</numerusform>
            <numerusform>%Ln neu diese Woche</numerusform>
        </translation>
    </message>
    <message>
        <source>Can enrol a device, and will for a while</source>
        <translation>Kann Geräte aufnehmen, und das noch eine Weile</translation>
    </message>
    <message numerus="yes">
        <source>within %Ln day(s)</source>
        <translation>
            <numerusform>innerhalb von %Ln Tag</numerusform>
            <numerusform>innerhalb von %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Live, and expires soon</source>
        <translation>Gültig und läuft bald ab</translation>
    </message>
    <message numerus="yes">
        <source>The first one expires within %Ln day(s)</source>
        <translation>
            <numerusform>Das erste läuft innerhalb von %Ln Tag ab</numerusform>
            <numerusform>Das erste läuft innerhalb von %Ln Tagen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln day(s) or more</source>
        <translation>
            <numerusform>seit %Ln Tag oder länger</numerusform>
            <numerusform>seit %Ln Tagen oder länger</numerusform>
        </translation>
    </message>
    <message>
        <source>Live, and not used since its creation</source>
        <translation>Gültig und seit der Erstellung nicht benutzt</translation>
    </message>
    <message numerus="yes">
        <source>One of them for %Ln day(s)</source>
        <translation>
            <numerusform>Eines davon seit %Ln Tag</numerusform>
            <numerusform>Eines davon seit %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unused for %Ln day(s)</source>
        <translation>
            <numerusform>ungenutzt seit %Ln Tag</numerusform>
            <numerusform>ungenutzt seit %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Live and reusable, and not used for a long time</source>
        <translation>Gültig und mehrfach verwendbar, aber lange nicht benutzt</translation>
    </message>
    <message>
        <source>no expiry</source>
        <translation>ohne Ablauf</translation>
    </message>
    <message numerus="yes">
        <source>Live and reusable, and never expires; %Ln use(s) in all</source>
        <translation>
            <numerusform>Gültig, mehrfach verwendbar und ohne Ablauf; insgesamt %Ln Nutzung</numerusform>
            <numerusform>Gültig, mehrfach verwendbar und ohne Ablauf; insgesamt %Ln Nutzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>look now</source>
        <translation>gleich ansehen</translation>
    </message>
    <message>
        <source>nothing odd</source>
        <translation>nichts Auffälliges</translation>
    </message>
    <message>
        <source>Used after its end, a single-use token used again, uses that fell, or a revocation that vanished</source>
        <translation>Nach dem Ende benutzt, ein einmaliges Token wieder benutzt, gesunkene Nutzungen oder ein verschwundener Widerruf</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Ungenutzt</translation>
    </message>
    <message>
        <source>Forever, reusable</source>
        <translation>Unbefristet</translation>
    </message>
    <message>
        <source>Anomalies</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Changed since the last review</source>
        <translation>Seit der letzten Durchsicht geändert</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
</context>
<context>
    <name>tokendesk::AuditLegend</name>
    <message>
        <source>Legend: %1</source>
        <extracomment>%1 is a list of what is drawn in a picture: &quot;Active, Expiring, Used up&quot;</extracomment>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>tokendesk::AuditPage</name>
    <message>
        <source>Order of the lifetimes</source>
        <translation>Reihenfolge der Laufzeiten</translation>
    </message>
    <message>
        <source>as in the table</source>
        <translation>wie in der Tabelle</translation>
    </message>
    <message>
        <source>by creation</source>
        <translation>nach Erstellung</translation>
    </message>
    <message>
        <source>Period of the bars</source>
        <translation>Zeitraum der Balken</translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>Schwellenwerte&#xa0;…</translation>
    </message>
    <message>
        <source>Re&amp;port…</source>
        <translation>Be&amp;richt&#xa0;…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht&#xa0;…</translation>
    </message>
    <message>
        <source>Marked as reviewed.</source>
        <translation>Als durchgesehen markiert.</translation>
    </message>
    <message>
        <source>Thr&amp;esholds…</source>
        <translation>Schw&amp;ellenwerte&#xa0;…</translation>
    </message>
    <message>
        <source>grouped by state</source>
        <translation>gruppiert nach Status</translation>
    </message>
    <message>
        <source>grouped by kind</source>
        <translation>gruppiert nach Art</translation>
    </message>
</context>
<context>
    <name>tokendesk::AuditPicture</name>
    <message>
        <source>Show &amp;Numbers</source>
        <translation>Zahlen an&amp;zeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the title of a picture, %2 what it shows or the item that has the focus</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Picture copied.</source>
        <translation>Bild kopiert.</translation>
    </message>
    <message>
        <source>Save Picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Picture…</source>
        <translation>Bild &amp;speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Show &amp;All</source>
        <translation>&amp;Alles anzeigen</translation>
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
    <name>tokendesk::CertificateDialog</name>
    <message>
        <source>%1 shows another certificate than the one you pinned</source>
        <extracomment>%1 is the host name of a server</extracomment>
        <translation>%1 legt ein anderes Zertifikat vor als das festgelegte</translation>
    </message>
    <message>
        <source>Somebody may be pretending to be this server.</source>
        <translation>Vielleicht gibt sich jemand als dieser Server aus.</translation>
    </message>
    <message>
        <source>Nothing was sent. Servers do get new certificates, but then whoever runs this one knows of it: ask, and compare the fingerprint, by another way than this connection.</source>
        <translation>Es wurde nichts gesendet. Server erhalten zwar neue Zertifikate, aber dann weiß der Betreiber davon: Fragen Sie ihn und vergleichen Sie den Fingerabdruck, auf einem anderen Weg als über diese Verbindung.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted</source>
        <extracomment>%1 is the host name of a server</extracomment>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>It was not accepted.</source>
        <translation>Es wurde nicht akzeptiert.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>It does not say</source>
        <extracomment>in place of something that a certificate does not say</extracomment>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Itself</source>
        <translation>Sich selbst</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Shown &amp;now</source>
        <translation>&amp;Jetzt vorgelegt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) of digits differ; they are underlined.</source>
        <translation>
            <numerusform>%Ln Ziffernpaar weicht ab; es ist unterstrichen.</numerusform>
            <numerusform>%Ln Ziffernpaare weichen ab; sie sind unterstrichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>If you pin it, this profile takes exactly this certificate and no other: not one that replaces it, and not one that this computer would trust. Whether it has expired or was withdrawn no longer counts. Other profiles are not affected.</source>
        <translation>Wenn Sie es festlegen, akzeptiert dieses Profil genau dieses Zertifikat und kein anderes: weder eines, das es ersetzt, noch eines, dem dieser Computer vertrauen würde. Ob es abgelaufen ist oder zurückgezogen wurde, zählt dann nicht mehr. Andere Profile sind nicht betroffen.</translation>
    </message>
    <message>
        <source>It belongs to the sign-in service and cannot be pinned. If the service has an authority of its own, choose that authority&apos;s file under Certificate in the profile.</source>
        <translation>Es gehört zum Anmeldedienst und kann nicht festgelegt werden. Wenn der Dienst eine eigene Zertifizierungsstelle hat, wählen Sie deren Datei im Profil unter „Zertifikat“ aus.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Replace the Pin</source>
        <translation>Festlegung &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Keep the Pin</source>
        <translation>Festlegung &amp;behalten</translation>
    </message>
</context>
<context>
    <name>tokendesk::ClearTextMark</name>
    <message>
        <source>This connection is not encrypted. Anyone on the way to the server can read the access token and everything shown here, act in your name, and change what you see. It was allowed in the profile.</source>
        <translation>Diese Verbindung ist nicht verschlüsselt. Wer auf dem Weg zum Server mitliest, sieht das Zugriffstoken und alles hier Gezeigte, kann in Ihrem Namen handeln und ändern, was Sie sehen. Das wurde im Profil erlaubt.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <extracomment>of a connection</extracomment>
        <translation>Nicht verschlüsselt</translation>
    </message>
</context>
<context>
    <name>tokendesk::ConnectDialog</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
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
    <message>
        <source>Connect to the AcuSight server of your organization.</source>
        <translation>Stellen Sie die Verbindung zum AcuSight-Server Ihrer Organisation her.</translation>
    </message>
    <message>
        <source>The sign-in has ended. Sign in again to go on where you were.</source>
        <translation>Die Anmeldung ist abgelaufen. Melden Sie sich erneut an, um an derselben Stelle weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>The server no longer accepts the access token, or it was not kept. Paste a new one to go on where you were.</source>
        <translation>Der Server akzeptiert das Zugriffstoken nicht mehr, oder es wurde nicht aufbewahrt. Fügen Sie ein neues ein, um an derselben Stelle weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>Change this profile. What is kept in the keychain is not shown again; it stays where you leave its field empty.</source>
        <translation>Ändern Sie dieses Profil. Was im Schlüsselbund aufbewahrt wird, wird nicht erneut angezeigt; es bleibt erhalten, wenn Sie sein Feld leer lassen.</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spei&amp;chern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Sign &amp;In…</source>
        <extracomment>a button</extracomment>
        <translation>Anme&amp;lden&#xa0;…</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The server can be reached.</source>
        <translation>Der Server ist erreichbar.</translation>
    </message>
    <message>
        <source>It tells its organization once you are signed in.</source>
        <translation>Seine Organisation nennt er, sobald Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt&#xa0;…</translation>
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
    <message>
        <source>Sign Out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of %1?

The sign-in service is asked to withdraw this sign-in, and it is removed from this computer&apos;s keychain. To go on later, you sign in again. Nothing changes on the AcuSight server.

Your browser may still be signed in at the sign-in service; to sign in as somebody else, sign out there too.</source>
        <translation>Von %1 abmelden?

Der Anmeldedienst wird gebeten, diese Anmeldung zurückzuziehen, und sie wird aus dem Schlüsselbund dieses Computers entfernt. Um später weiterzuarbeiten, melden Sie sich erneut an. Auf dem AcuSight-Server ändert sich nichts.

Ihr Browser ist beim Anmeldedienst möglicherweise noch angemeldet; um sich als jemand anders anzumelden, melden Sie sich auch dort ab.</translation>
    </message>
    <message>
        <source>Signed out of %1.</source>
        <translation>Von %1 abgemeldet.</translation>
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
    <name>tokendesk::ExpiryView</name>
    <message>
        <source>Expiry calendar</source>
        <translation>Ablaufkalender</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>a day without its year, on an axis of time: &quot;14 Mar&quot;</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>from a day to a day</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>a month with its year, on an axis of time: &quot;Mar 2026&quot;</extracomment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln token(s)</source>
        <extracomment>%1 is a day, a month, &quot;Later&quot; or &quot;Never&quot;</extracomment>
        <translation>
            <numerusform>%1: %Ln Token</numerusform>
            <numerusform>%1: %Ln Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>No live token is shown.</source>
        <translation>Es wird kein gültiges Token angezeigt.</translation>
    </message>
    <message>
        <source>Live tokens that expire then</source>
        <translation>Gültige Tokens, die dann ablaufen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s), by the day on which they expire</source>
        <translation>
            <numerusform>%Ln gültiges Token, nach Tag des Ablaufs</numerusform>
            <numerusform>%Ln gültige Tokens, nach Tag des Ablaufs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s), by the week in which they expire</source>
        <translation>
            <numerusform>%Ln gültiges Token, nach Woche des Ablaufs</numerusform>
            <numerusform>%Ln gültige Tokens, nach Woche des Ablaufs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s), by the month in which they expire</source>
        <translation>
            <numerusform>%Ln gültiges Token, nach Monat des Ablaufs</numerusform>
            <numerusform>%Ln gültige Tokens, nach Monat des Ablaufs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::FindingsModel</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A finding: what it is called, then the reason as a sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Hidden. %1</source>
        <extracomment>%1 is a finding that a person does not want to see any more</extracomment>
        <translation>Ausgeblendet. %1</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>Column: why a token needs attention</extracomment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Number</source>
        <extracomment>Column: the number behind a finding, such as days or uses</extracomment>
        <translation>Zahl</translation>
    </message>
</context>
<context>
    <name>tokendesk::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Show hidden findings</source>
        <translation>Ausgeblendete Befunde anzeigen</translation>
    </message>
    <message>
        <source>Hide the selected findings</source>
        <translation>Die ausgewählten Befunde ausblenden</translation>
    </message>
    <message>
        <source>Revoke the tokens of the selected findings</source>
        <translation>Die Tokens der ausgewählten Befunde widerrufen</translation>
    </message>
    <message>
        <source>Findings, worst first</source>
        <translation>Befunde, schwerste zuerst</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s), worst first</source>
        <translation>
            <numerusform>%Ln Token, schwerste zuerst</numerusform>
            <numerusform>%Ln Tokens, schwerste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <translation>
            <numerusform>%Ln ausgeblendet</numerusform>
            <numerusform>%Ln ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Kein Handlungsbedarf.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %Ln of these tokens in the table.</source>
        <translation>
            <numerusform>Der Filter blendet %Ln dieser Tokens in der Tabelle aus.</numerusform>
            <numerusform>Der Filter blendet %Ln dieser Tokens in der Tabelle aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not hide the selected findings any more</source>
        <translation>Die ausgewählten Befunde nicht mehr ausblenden</translation>
    </message>
    <message>
        <source>Selected findings</source>
        <translation>Ausgewählte Befunde</translation>
    </message>
    <message>
        <source>Show hi&amp;dden</source>
        <translation>Ausgeb&amp;lendete anzeigen</translation>
    </message>
    <message>
        <source>H&amp;ide</source>
        <translation>Aus&amp;blenden</translation>
    </message>
    <message>
        <source>Revo&amp;ke…</source>
        <translation>&amp;Widerrufen&#xa0;…</translation>
    </message>
    <message>
        <source>Show &amp;Again</source>
        <translation>Wieder an&amp;zeigen</translation>
    </message>
</context>
<context>
    <name>tokendesk::IdleView</name>
    <message>
        <source>Age against idle time</source>
        <translation>Alter und Ruhezeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln live token(s)</source>
        <translation>
            <numerusform>%Ln gültiges Token</numerusform>
            <numerusform>%Ln gültige Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, sized by uses; %2 in the corner to clean up</source>
        <translation>%1, Größe nach Nutzungen; %2 im Aufräumbereich</translation>
    </message>
    <message>
        <source>%1, the stronger the colour the more of them; %2 in the corner to clean up</source>
        <translation>%1, je kräftiger die Farbe, desto mehr; %2 im Aufräumbereich</translation>
    </message>
    <message>
        <source>days since creation</source>
        <translation>Tage seit der Erstellung</translation>
    </message>
    <message>
        <source>days idle</source>
        <translation>Tage ungenutzt</translation>
    </message>
    <message>
        <source>No live token is shown.</source>
        <translation>Es wird kein gültiges Token angezeigt.</translation>
    </message>
    <message>
        <source>Few and many uses</source>
        <translation>Wenige und viele Nutzungen</translation>
    </message>
    <message numerus="yes">
        <source>Idle for %Ln day(s) or more: clean up</source>
        <translation>
            <numerusform>Seit %Ln Tag oder länger ungenutzt: aufräumen</numerusform>
            <numerusform>Seit %Ln Tagen oder länger ungenutzt: aufräumen</numerusform>
        </translation>
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
        <source>Age (days)</source>
        <translation>Alter (Tage)</translation>
    </message>
    <message>
        <source>Idle (days)</source>
        <translation>Ungenutzt (Tage)</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
</context>
<context>
    <name>tokendesk::LifeLine</name>
    <message>
        <source>without end</source>
        <translation>unbefristet</translation>
    </message>
    <message>
        <source>Lifetime from %1 to %2</source>
        <extracomment>%1 and %2 are dates</extracomment>
        <translation>Laufzeit von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s) seen</source>
        <translation>
            <numerusform>%Ln Nutzung gesehen</numerusform>
            <numerusform>%Ln Nutzungen gesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>läuft nie ab</translation>
    </message>
</context>
<context>
    <name>tokendesk::LifetimesView</name>
    <message>
        <source>Lifetimes</source>
        <translation>Laufzeiten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <extracomment>%1 tokens pass the filter, of %2</extracomment>
        <translation>%1 von %2 Tokens</translation>
    </message>
    <message>
        <source>%1, one bar a token, ticks are uses that were seen</source>
        <translation>%1, ein Balken je Token, Striche sind gesehene Nutzungen</translation>
    </message>
    <message>
        <source>%1, the stronger the colour the more of them; zoom in to tell them apart</source>
        <translation>%1, je kräftiger die Farbe, desto mehr; zum Unterscheiden vergrößern</translation>
    </message>
    <message>
        <source>No token is shown.</source>
        <translation>Es wird kein Token angezeigt.</translation>
    </message>
    <message>
        <source>Use seen</source>
        <translation>Nutzung gesehen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
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
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A group of tokens and how many are in it: &quot;Active (1,204)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tokendesk::LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The requests to the server since Token Desk was started, as far as they are remembered. There is no secret, no name and no content in it, so that you can send it to whoever helps you.</source>
        <translation>Die Anfragen an den Server seit dem Start von Token Desk, soweit sie noch bekannt sind. Darin stehen keine Geheimnisse, Namen oder Inhalte; Sie können das Protokoll also weitergeben, wenn Ihnen jemand hilft.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save Log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Textdatei (*.txt)</translation>
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
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Only these tokens are shown. Click to show all.</source>
        <translation>Nur diese Tokens werden angezeigt. Ein Klick zeigt alle.</translation>
    </message>
    <message>
        <source>Only “%1”; show all</source>
        <extracomment>%1 is &quot;Stale&quot;</extracomment>
        <translation>Nur „%1“; alle zeigen</translation>
    </message>
    <message>
        <source>Delete History</source>
        <translation>Verlauf löschen</translation>
    </message>
    <message>
        <source>Delete everything that has been seen with this connection?

Uses over time, reviews and hidden findings are forgotten for good. The history begins anew. Nothing changes on the server.</source>
        <translation>Alles löschen, was mit dieser Verbindung gesehen wurde?

Nutzungen im Lauf der Zeit, Durchsichten und ausgeblendete Befunde sind dann endgültig vergessen. Der Verlauf beginnt neu. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>The history was deleted.</source>
        <translation>Der Verlauf wurde gelöscht.</translation>
    </message>
    <message>
        <source>Sign &amp;Out…</source>
        <translation>Ab&amp;melden&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>Verbindung &amp;trennen&#xa0;…</translation>
    </message>
    <message>
        <source>Sign out and forget the sign-in</source>
        <translation>Abmelden und die Anmeldung vergessen</translation>
    </message>
    <message>
        <source>Disconnect and forget the access token</source>
        <translation>Die Verbindung trennen und das Zugriffstoken vergessen</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <source>Profile: %1</source>
        <extracomment>Read by a screen reader for the button that switches profiles; %1 is the name of one</extracomment>
        <translation>Profil: %1</translation>
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
    <name>tokendesk::MomentBanner</name>
    <message>
        <source>Back to Now</source>
        <translation>Zur Gegenwart</translation>
    </message>
    <message>
        <source>You are looking at the past: %1, as it was seen then. Nothing can be changed here.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>Sie sehen die Vergangenheit: den Stand vom %1. Hier kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>&amp;Back to Now</source>
        <translation>Zur Gege&amp;nwart</translation>
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
    <name>tokendesk::NumbersDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all of them, as tab-separated text</source>
        <translation>Kopiert die ausgewählten Zeilen oder alle, als Text mit Tabulatoren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>tokendesk::PictureFrame</name>
    <message>
        <source>More for “%1”</source>
        <extracomment>%1 is the title of a picture</extracomment>
        <translation>Mehr zu „%1“</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>Alles anzeigen (0)</translation>
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
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ProfileForm</name>
    <message>
        <source>Paste an access token</source>
        <translation>Zugriffstoken einfügen</translation>
    </message>
    <message>
        <source>In the browser (OpenID Connect)</source>
        <translation>Im Browser (OpenID Connect)</translation>
    </message>
    <message>
        <source>With a code on another device (OpenID Connect)</source>
        <extracomment>to sign in by entering a code on a phone, for example</extracomment>
        <translation>Mit Code auf einem anderen Gerät (OpenID Connect)</translation>
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
        <source>It gives away everything: anyone on the way to %1 can read the access token and new tokens, act with them in your name, and change what you see. A mark in the window will remind you.</source>
        <translation>Damit geben Sie alles preis: Wer auf dem Weg zu %1 mitliest, sieht das Zugriffstoken und neue Tokens, kann damit in Ihrem Namen handeln und ändern, was Sie sehen. Ein Hinweis im Fenster erinnert Sie daran.</translation>
    </message>
    <message>
        <source>The pin was dropped: it was for %1.</source>
        <extracomment>%1 is the host name of a server</extracomment>
        <translation>Die Festlegung wurde aufgehoben: Sie galt für %1.</translation>
    </message>
    <message>
        <source>This is another server, so the pinned certificate was dropped.</source>
        <translation>Das ist ein anderer Server, daher gilt das festgelegte Zertifikat nicht mehr.</translation>
    </message>
    <message>
        <source>This is another server, so what was allowed without encryption holds no longer.</source>
        <translation>Das ist ein anderer Server, daher gilt die Erlaubnis für Verbindungen ohne Verschlüsselung nicht mehr.</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in with the system keychain</source>
        <translation>Mit dem Schlüssel&amp;bund des Systems angemeldet bleiben</translation>
    </message>
    <message>
        <source>&amp;Keep the access token in the system keychain</source>
        <translation>Zugriffstoken im Schlüssel&amp;bund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Keep me signed in with the system keychain</source>
        <translation>Mit dem Schlüsselbund des Systems angemeldet bleiben</translation>
    </message>
    <message>
        <source>Keep the access token in the system keychain</source>
        <translation>Zugriffstoken im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Hier einfügen</translation>
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
        <source>Without “openid” the sign-in service will hardly say who has signed in.</source>
        <translation>Ohne „openid“ teilt der Anmeldedienst kaum mit, wer sich angemeldet hat.</translation>
    </message>
    <message>
        <source>Without “offline_access” most services ask you to sign in again whenever the access token ends.</source>
        <translation>Ohne „offline_access“ verlangen die meisten Dienste eine neue Anmeldung, sobald das Zugriffstoken abläuft.</translation>
    </message>
    <message>
        <source>Enter the client ID under which the sign-in service knows Token Desk.</source>
        <translation>Geben Sie die Client-ID ein, unter der der Anmeldedienst Token Desk kennt.</translation>
    </message>
    <message>
        <source>Leave empty to keep it</source>
        <translation>Leer lassen, um es zu behalten</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProfileList</name>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Device code</source>
        <translation>Gerätecode</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read by a screen reader: a profile&apos;s name and its colour</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProfileMark</name>
    <message>
        <source>On %1</source>
        <extracomment>%1 is the name of a profile, at the top of a dialog that changes something there</extracomment>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>The title of a window: %1 is the name of a profile, %2 that of the program</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProfilesDialog</name>
    <message>
        <source>Copy of %1</source>
        <extracomment>The name of a profile that was duplicated; %1 is the name of the first one</extracomment>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Delete Profile</source>
        <translation>Profil löschen</translation>
    </message>
    <message>
        <source>Delete the profile %1?

It is signed out, and its secrets are removed from this computer&apos;s keychain. Nothing changes on the server: tokens and devices stay as they are.</source>
        <translation>Das Profil %1 löschen?

Es wird abgemeldet, und seine Geheimnisse werden aus dem Schlüsselbund dieses Computers entfernt. Auf dem Server ändert sich nichts: Tokens und Geräte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Also delete the &amp;history that is kept of it on this computer</source>
        <translation>Auch den &amp;Verlauf löschen, der davon auf diesem Computer aufbewahrt wird</translation>
    </message>
    <message>
        <source>Signing out and removing secrets…</source>
        <translation>Abmeldung läuft, Geheimnisse werden entfernt&#xa0;…</translation>
    </message>
    <message>
        <source>It is closed, but a secret of it may still be in the keychain. Therefore the profile stays: try again.</source>
        <translation>Es ist geschlossen, aber im Schlüsselbund befindet sich möglicherweise noch ein Geheimnis davon. Daher bleibt das Profil bestehen: Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Its secrets are removed, but its history is still on this computer. Therefore the profile stays: try again.</source>
        <translation>Seine Geheimnisse sind entfernt, aber sein Verlauf ist noch auf diesem Computer. Daher bleibt das Profil bestehen: Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 was not deleted.</source>
        <translation>%1 wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>The provider cannot withdraw a sign-in: it ends by itself.</source>
        <translation>Der Anmeldedienst kann eine Anmeldung nicht zurückziehen: Sie läuft von selbst ab.</translation>
    </message>
    <message>
        <source>The provider was not told of it: the sign-in is forgotten here, and ends by itself there.</source>
        <translation>Der Anmeldedienst wurde nicht benachrichtigt: Die Anmeldung ist hier vergessen und läuft dort von selbst ab.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProxyEdit</name>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>Enter the name or the address of the proxy.</source>
        <translation>Geben Sie den Namen oder die Adresse des Proxys ein.</translation>
    </message>
    <message>
        <source>Enter the name or the address only, without http:// and without the port.</source>
        <translation>Geben Sie nur den Namen oder die Adresse ein, ohne http:// und ohne den Port.</translation>
    </message>
    <message>
        <source>The stored password was given for another proxy or user, so it is not used here. Enter the password.</source>
        <translation>Das gespeicherte Passwort gehört zu einem anderen Proxy oder Benutzer und wird daher hier nicht verwendet. Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Enter the password of this user.</source>
        <translation>Geben Sie das Passwort dieses Benutzers ein.</translation>
    </message>
    <message>
        <source>Leave empty to keep the stored one</source>
        <translation>Leer: das gespeicherte bleibt</translation>
    </message>
</context>
<context>
    <name>tokendesk::ReviewPanel</name>
    <message>
        <source>&amp;Mark as Reviewed…</source>
        <translation>Als durchgesehen &amp;markieren&#xa0;…</translation>
    </message>
    <message>
        <source>Since your last review</source>
        <translation>Seit Ihrer letzten Durchsicht</translation>
    </message>
    <message>
        <source>Mark as Reviewed…</source>
        <translation>Als durchgesehen markieren&#xa0;…</translation>
    </message>
    <message>
        <source>Show only what changed since the last review</source>
        <translation>Nur anzeigen, was sich seit der letzten Durchsicht geändert hat</translation>
    </message>
    <message>
        <source>Show all reviews</source>
        <translation>Alle Durchsichten anzeigen</translation>
    </message>
    <message>
        <source>Nobody has marked this list as reviewed yet. What follows is since the history began.</source>
        <translation>Diese Liste wurde noch nie als durchgesehen markiert. Es folgt, was seit Beginn des Verlaufs geschah.</translation>
    </message>
    <message>
        <source>Reviewed %1 (%2).</source>
        <extracomment>%1 is a date and time, %2 is &quot;3 days ago&quot;</extracomment>
        <translation>Durchgesehen am %1 (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln time(s) in all</source>
        <extracomment>%1 is &quot;Used&quot;</extracomment>
        <translation>
            <numerusform>%1, insgesamt %Ln Mal</numerusform>
            <numerusform>%1, insgesamt %Ln Mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) are not listed any more.</source>
        <translation>
            <numerusform>%Ln Token wird nicht mehr aufgeführt.</numerusform>
            <numerusform>%Ln Tokens werden nicht mehr aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Es hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Select these tokens</source>
        <translation>Diese Tokens auswählen</translation>
    </message>
    <message>
        <source>%1: %2, select these tokens</source>
        <extracomment>%1 is &quot;Created&quot;, %2 a number of tokens</extracomment>
        <translation>%1: %2, diese Tokens auswählen</translation>
    </message>
    <message>
        <source>Mark as Reviewed</source>
        <translation>Als durchgesehen markieren</translation>
    </message>
    <message>
        <source>A note (optional), kept on this computer:</source>
        <translation>Notiz (optional), wird auf diesem Computer aufbewahrt:</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Durchgesehen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Durchsichten</translation>
    </message>
    <message>
        <source>Show Onl&amp;y These</source>
        <translation>Nur d&amp;iese anzeigen</translation>
    </message>
    <message>
        <source>Revie&amp;ws…</source>
        <translation>D&amp;urchsichten&#xa0;…</translation>
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
    <name>tokendesk::SignInDialog</name>
    <message>
        <source>Code copied.</source>
        <translation>Code kopiert.</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft&#xa0;…</translation>
    </message>
    <message>
        <source>Asking the sign-in service of %1.</source>
        <translation>Der Anmeldedienst für %1 wird gefragt.</translation>
    </message>
    <message>
        <source>You are through. Fetching what Token Desk needs to go on.</source>
        <translation>Das hat geklappt. Was Token Desk noch braucht, wird geholt.</translation>
    </message>
    <message>
        <source>&amp;Get a New Code</source>
        <translation>&amp;Neuen Code anfordern</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Get a New Code</source>
        <translation>Neuen Code anfordern</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open Browser &amp;Again</source>
        <translation>&amp;Browser erneut öffnen</translation>
    </message>
    <message>
        <source>Open Browser Again</source>
        <translation>Browser erneut öffnen</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Warten auf Ihren Browser&#xa0;…</translation>
    </message>
    <message>
        <source>Sign in to %1 there; then this window goes on by itself. To sign in as somebody else, copy the link into a private window of a browser on this computer.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Melden Sie sich dort bei %1 an; dann geht es in diesem Fenster von selbst weiter. Um sich als jemand anders anzumelden, kopieren Sie den Link in ein privates Fenster eines Browsers auf diesem Computer.</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>Es konnte kein Browser geöffnet werden</translation>
    </message>
    <message>
        <source>Copy the link into a browser on this computer and sign in to %1 there; then this window goes on by itself.</source>
        <translation>Kopieren Sie den Link in einen Browser auf diesem Computer und melden Sie sich dort bei %1 an; dann geht es in diesem Fenster von selbst weiter.</translation>
    </message>
    <message>
        <source>&amp;Open Link</source>
        <translation>Link ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open Link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Scan the square with a phone, or open the address in any browser, and sign in to %1 there. Enter the code, or look whether it is the same.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Scannen Sie das Quadrat mit einem Telefon oder öffnen Sie die Adresse in einem beliebigen Browser, und melden Sie sich dort bei %1 an. Geben Sie den Code ein oder prüfen Sie, ob er übereinstimmt.</translation>
    </message>
    <message>
        <source>Open the address in any browser, sign in to %1 there and enter the code.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>Öffnen Sie die Adresse in einem beliebigen Browser, melden Sie sich dort bei %1 an und geben Sie den Code ein.</translation>
    </message>
    <message>
        <source>Sign in on another device</source>
        <translation>Auf einem anderen Gerät anmelden</translation>
    </message>
    <message>
        <source>The sign-in service gave an address that is not secure.</source>
        <translation>Der Anmeldedienst hat eine Adresse genannt, die nicht sicher ist.</translation>
    </message>
    <message>
        <source>It is neither opened nor copied. Ask whoever runs the service.</source>
        <translation>Sie wird weder geöffnet noch kopiert. Wenden Sie sich an den Betreiber des Dienstes.</translation>
    </message>
    <message>
        <source>Valid for another %1</source>
        <extracomment>%1 is minutes and seconds, such as 9:05</extracomment>
        <translation>Noch %1 gültig</translation>
    </message>
    <message>
        <source>The code has expired</source>
        <translation>Der Code ist abgelaufen</translation>
    </message>
    <message>
        <source>Nobody entered it in time. Nothing was changed; with a new one you can go on.</source>
        <translation>Er wurde nicht rechtzeitig eingegeben. Es wurde nichts geändert; mit einem neuen können Sie fortfahren.</translation>
    </message>
    <message>
        <source>Signing in was cancelled</source>
        <translation>Die Anmeldung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Signing in did not work</source>
        <translation>Die Anmeldung hat nicht geklappt</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Sie sind angemeldet</translation>
    </message>
    <message>
        <source>Storing the sign-in in the keychain…</source>
        <translation>Die Anmeldung wird im Schlüsselbund gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>So your sign-in could not be stored. It holds until you quit Token Desk; after that you will have to sign in again.</source>
        <translation>Daher konnte Ihre Anmeldung nicht gespeichert werden. Sie gilt, bis Sie Token Desk beenden; danach müssen Sie sich erneut anmelden.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
    <message>
        <source>Copy the link into a browser instead.</source>
        <translation>Kopieren Sie den Link stattdessen in einen Browser.</translation>
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
    <name>tokendesk::ThresholdsPopup</name>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>&amp;Stale when unused for</source>
        <translation>&amp;Ungenutzt nach</translation>
    </message>
    <message>
        <source>&amp;Never used for</source>
        <translation>&amp;Nie benutzt seit</translation>
    </message>
    <message>
        <source>&amp;Lives long after</source>
        <translation>&amp;Lange Laufzeit ab</translation>
    </message>
    <message>
        <source>&amp;Expiring within</source>
        <translation>Läuft ab &amp;innerhalb von</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the thresholds</source>
        <translation>Die Schwellenwerte zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <extracomment>behind a number, as in &quot;Stale when unused for 90 days&quot;</extracomment>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TimeTravelBar</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date, %2 a time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>One look back</source>
        <translation>Einen Abruf zurück</translation>
    </message>
    <message>
        <source>One look forward</source>
        <translation>Einen Abruf vor</translation>
    </message>
    <message>
        <source>Back to &amp;Now</source>
        <translation>Zur &amp;Gegenwart</translation>
    </message>
    <message>
        <source>Moment of the history</source>
        <translation>Zeitpunkt im Verlauf</translation>
    </message>
    <message>
        <source>Back to Now</source>
        <translation>Zur Gegenwart</translation>
    </message>
    <message>
        <source>no history yet</source>
        <translation>noch kein Verlauf</translation>
    </message>
    <message>
        <source>now</source>
        <extracomment>the moment that is shown</extracomment>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 (look %2 of %3)</source>
        <extracomment>%1 is a date and time, %2 the number of a look, %3 how many looks there are</extracomment>
        <translation>%1 (Abruf %2 von %3)</translation>
    </message>
    <message>
        <source>M&amp;oment:</source>
        <translation>Zeit&amp;punkt:</translation>
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
        <translation>Einmalig verwendbar</translation>
    </message>
    <message>
        <source>Reusable</source>
        <translation>Mehrfach verwendbar</translation>
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
    <name>tokendesk::TokenDetails</name>
    <message>
        <source>Details of the selected tokens</source>
        <translation>Details der ausgewählten Tokens</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Devices provisioned per week</source>
        <translation>Bereitgestellte Geräte je Woche</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No token is selected</source>
        <translation>Kein Token ausgewählt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a field and its value, read aloud: &quot;Uses: 12&quot;
----------
%1 is a date and time, %2 what happened then
----------
%1 is &quot;High&quot;, %2 a sentence</extracomment>
        <translation>%1: %2</translation>
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
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln before that</source>
        <translation>
            <numerusform>… und davor %Ln</numerusform>
            <numerusform>… und davor %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing that needs attention.</source>
        <translation>Kein Handlungsbedarf.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) selected</source>
        <translation>
            <numerusform>%Ln Token ausgewählt</numerusform>
            <numerusform>%Ln Tokens ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Uses in all</source>
        <translation>Nutzungen insgesamt</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Ältestes</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuestes</translation>
    </message>
    <message>
        <source>Next to expire</source>
        <translation>Nächster Ablauf</translation>
    </message>
    <message>
        <source>Select tokens in the list to see their fields, lifetime, use, events and findings here.</source>
        <translation>Wählen Sie Tokens in der Liste aus, um hier ihre Angaben, Laufzeit, Nutzung, Ereignisse und Befunde zu sehen.</translation>
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
<context>
    <name>tokendesk::TrustEdit</name>
    <message>
        <source>The pin is forgotten as soon as you connect again. Until then nothing changes.</source>
        <translation>Die Festlegung wird aufgehoben, sobald Sie sich erneut verbinden. Bis dahin ändert sich nichts.</translation>
    </message>
    <message>
        <source>Every other certificate is refused, also one that this computer would trust.</source>
        <translation>Jedes andere Zertifikat wird abgelehnt, auch eines, dem dieser Computer vertrauen würde.</translation>
    </message>
    <message>
        <source>Where a server shows a certificate that is not trusted, you can look at it and pin it when you connect.</source>
        <translation>Legt ein Server ein Zertifikat vor, das nicht vertrauenswürdig ist, können Sie es beim Verbinden ansehen und festlegen.</translation>
    </message>
    <message>
        <source>Choose the file with the authority&apos;s certificate.</source>
        <translation>Wählen Sie die Datei mit dem Zertifikat der Zertifizierungsstelle aus.</translation>
    </message>
    <message>
        <source>Enter the whole path of the file, or choose it.</source>
        <translation>Geben Sie den vollständigen Pfad der Datei ein oder wählen Sie sie aus.</translation>
    </message>
    <message>
        <source>Certificate Authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <extracomment>files with certificates</extracomment>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tokendesk::UsesView</name>
    <message>
        <source>per hour</source>
        <translation>je Stunde</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>je Tag</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>je Woche</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>Devices provisioned</source>
        <translation>Bereitgestellte Geräte</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>Geräte</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln selected token(s)</source>
        <translation>
            <numerusform>von %Ln ausgewählten Token</numerusform>
            <numerusform>von %Ln ausgewählten Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>of all tokens</source>
        <translation>von allen Tokens</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln token(s) shown</source>
        <translation>
            <numerusform>von %Ln angezeigten Token</numerusform>
            <numerusform>von %Ln angezeigten Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; before the history began: %2</source>
        <extracomment>%1 is &quot;of all tokens&quot;, %2 a number of uses</extracomment>
        <translation>%1; bevor der Verlauf begann: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>from a day to a day</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: none</source>
        <extracomment>%1 is a day or a stretch of time</extracomment>
        <translation>%1: keine</translation>
    </message>
    <message>
        <source>%1: nobody looked</source>
        <translation>%1: kein Abruf</translation>
    </message>
    <message>
        <source>%1: %2 for certain</source>
        <extracomment>%1 is a day or a stretch of time, %2 a number of devices</extracomment>
        <translation>%1: sicher %2</translation>
    </message>
    <message>
        <source>%1: %2 for certain, about %3 more, seen later and spread over the time between two looks</source>
        <extracomment>%1 is a day or a stretch of time, %2 and %3 are numbers of devices</extracomment>
        <translation>%1: sicher %2, etwa %3 weitere, die später gesehen und auf die Zeit zwischen zwei Abrufen verteilt wurden</translation>
    </message>
    <message>
        <source>Nothing is known yet: the history begins with the first look.</source>
        <translation>Noch ist nichts bekannt: Der Verlauf beginnt mit dem ersten Abruf.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>For certain</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Spread between two looks</source>
        <translation>Zwischen zwei Abrufen verteilt</translation>
    </message>
    <message>
        <source>Nobody looked</source>
        <translation>Kein Abruf</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Verteilt</translation>
    </message>
    <message>
        <source>Looked</source>
        <translation>Abgerufen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
</TS>
