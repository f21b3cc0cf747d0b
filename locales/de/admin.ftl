# The settings, as administrators read them: the name, and the advice about it.

setting-organisation-name = Name der Organisation
    .advice = Der Name, unter dem sie bekannt ist. Er darf in Kennwörtern nicht vorkommen.
setting-organisation-domains = Eigene E-Mail-Domänen der Organisation
    .advice = Mit einer Adresse in diesen Domänen kann niemand seine Identität bestätigen: Wer ausgesperrt ist, kann dort keine E-Mails lesen.
setting-sspr-enabled = Self-Service-Kennwortzurücksetzung
    .advice = Beginnen Sie mit ausgewählten Gruppen und schalten Sie die Zurücksetzung dann für alle ein.
setting-sspr-groups = Ausgewählte Gruppen
    .advice = Mitglieder verschachtelter Gruppen zählen mit.
setting-sspr-excluded-groups = Ausgeschlossene Gruppen
    .advice = Eine Mitgliedschaft hier hat Vorrang vor den ausgewählten Gruppen.
setting-methods-enabled = Zulässige Methoden
    .advice = Aktivieren Sie zwei mehr, als Sie verlangen, damit niemand ausgesperrt ist, der eine verliert.
setting-methods-required = Zum Zurücksetzen erforderliche Methoden
    .advice = Mit zwei bleibt ein Konto auch dann sicher, wenn eine Methode in falsche Hände gerät.
setting-questions-to-register = Zu registrierende Fragen
    .advice = Mehr, als gestellt werden, damit eine vergessene Antwort nicht schadet.
setting-questions-to-reset = Beim Zurücksetzen gestellte Fragen
    .advice = Antworten lassen sich erraten oder herausfinden; drei sind das Minimum.
setting-questions-custom = Eigene Fragen der Organisation
    .advice = Fragen Sie nichts, was auf einer Profilseite steht.
setting-questions-alone = Fragen als einzige Methode
    .advice = Lassen Sie dies ausgeschaltet: Fragen sind die schwächste Methode.
setting-registration-required-at-sign-in = Registrierung bei der Anmeldung
    .advice = Ein, damit Benutzer Methoden haben, bevor sie sie brauchen.
setting-registration-reconfirm-days = Tage bis zur erneuten Bestätigung der Methoden
    .advice = Üblich sind 180. Bei 0 wird nie gefragt, und Rufnummern veralten.
setting-notify-users-on-reset = Benutzer über ihre Zurücksetzung benachrichtigen
    .advice = Ein, denn so bemerken sie, wenn es jemand anderes war.
setting-notify-admins-on-admin-reset = Administratoren benachrichtigen, wenn einer sein Kennwort zurücksetzt
    .advice = Ein, denn ein Administratorkonto ist ein lohnendes Angriffsziel.
setting-unlock-without-reset = Entsperren ohne neues Kennwort
    .advice = Nur für Verzeichnisse, die Konten oft irrtümlich sperren.
setting-writeback-enabled = Kennwörter in Verzeichnisse zurückschreiben
    .advice = Ausschalten stoppt sofort jede Zurücksetzung von Verzeichniskonten.
setting-captcha = Captcha
    .advice = Üblich ist es nur an Remoteterminals; ein Kiosk im Flur braucht keines.
setting-explain = Grund einer Ablehnung nennen
    .advice = Lassen Sie dies ausgeschaltet: Es verrät Fremden, welche Konten es gibt.
setting-codes-length = Ziffern eines Codes
    .advice = Sechs genügen, weil es nur fünf Versuche gibt.
setting-password-preset = Kennwortregeln
    .advice = Die modernen Regeln verlangen Länge statt ungewöhnlicher Zeichen.
setting-password-min-length = Mindestlänge eines Kennworts
    .advice = Mindestens 12; mindestens 15, wenn nur das Kennwort das Konto schützt.
setting-password-max-length = Höchstlänge eines Kennworts
    .advice = Mindestens 64, damit ganze Sätze möglich sind.
setting-password-history = Nicht wiederverwendbare frühere Kennwörter
    .advice = Das aktuelle zählt immer mit.
setting-password-expires-days = Tage bis zum Ablauf eines Kennworts
    .advice = 0: Wer zum Ändern gezwungen wird, wählt schwächere Kennwörter.
setting-password-banned = Gesperrte Wörter
    .advice = Namen von Produkten, Orten und Teams, die Benutzer hier wählen würden.
setting-lockout-sspr-failures = Fehlversuche bis zur Blockierung der Zurücksetzung
    .advice = Fünf; mehr braucht man selten.
setting-lockout-sspr-hours = Dauer einer Blockierung in Stunden
    .advice = 24; ein Administrator kann sie aufheben.
setting-lockout-sign-in-failures = Fehlversuche bis zur Sperrung der Anmeldung
    .advice = Zehn; dasselbe falsche Kennwort wird nur einmal gezählt.
setting-lockout-sign-in-seconds = Dauer der ersten Sperrung in Sekunden
    .advice = 60; sie verdoppelt sich mit jedem weiteren Fehlversuch.
setting-delivery-sms-per-day = SMS pro Tag
    .advice = Etwas mehr, als Sie brauchen: Das begrenzt, was Betrug kosten kann.
setting-delivery-calls-per-day = Anrufe pro Tag
    .advice = Etwas mehr, als Sie brauchen: Das begrenzt, was Betrug kosten kann.
setting-delivery-per-destination-per-day = Nachrichten pro Tag an dasselbe Ziel
    .advice = Zehn verhindern, dass jemand überflutet wird.
setting-delivery-blocked-prefixes = Blockierte Vorwahlen
    .advice = Länder, in denen niemand aus Ihrer Organisation ist.
setting-licence-default = Lizenz für Konten ohne eigene Lizenz
    .advice = Geben Sie einzelnen Konten eine eigene Lizenz, wo sie abweichen.
setting-licence-trial = Testversion
    .advice = In einer Testversion sind keine Anrufe möglich.
setting-branding-logo = Logo
    .advice = Textgrafik mit höchstens 60 Spalten und 6 Zeilen.
setting-branding-accent = Akzentfarbe
    .advice = Nichts wird allein durch sie gekennzeichnet.
setting-branding-sign-in-text = Text auf dem Startbildschirm
    .advice = Einer je Sprache; sagen Sie, wo der Helpdesk zu finden ist.
setting-branding-helpdesk-url = Helpdesk: Webadresse
    .advice = Eine Seite, die sich ohne Anmeldung lesen lässt.
setting-branding-helpdesk-email = Helpdesk: E-Mail
    .advice = Eine Adresse, die auch auf E-Mails von privaten Adressen antwortet.
setting-branding-helpdesk-phone = Helpdesk: Telefon
    .advice = Der Weg, der ganz ohne Konto funktioniert.
setting-branding-languages = Angebotene Sprachen
    .advice = Lassen Sie dies leer, um alle anzubieten.
setting-branding-default-language = Sprache der Nachrichten
    .advice = Gilt, wenn weder Konto noch Bildschirm eine vorgeben.

# Refusals: why something was not done, and what to do instead.

refusal-role = Keine Ihrer Rollen erlaubt dies. Wenden Sie sich an einen globalen Administrator.
refusal-field-principal-name = „{ $given }“ kann hier nicht verwendet werden. Geben Sie einen Benutzerprinzipalnamen wie mias@contoso.example ein.
refusal-field-address = „{ $given }“ kann hier nicht verwendet werden. Geben Sie eine E-Mail-Adresse wie mia@home.example ein.
refusal-field-name = „{ $given }“ kann hier nicht verwendet werden. Geben Sie 1 bis 256 sichtbare Zeichen ein.
refusal-field-phone = „{ $given }“ kann hier nicht verwendet werden. Geben Sie die Rufnummer im internationalen Format ein, z. B. +44 20 7946 0000.
refusal-field-language = „{ $given }“ kann hier nicht verwendet werden. Wählen Sie eine der angebotenen Sprachen.
refusal-setting-unknown = Die Einstellung „{ $key }“ gibt es nicht.
refusal-setting-text = Geben Sie höchstens { $most } Zeichen ein.
refusal-setting-art = Zeichnen Sie höchstens { $columns } Spalten und { $rows } Zeilen Text.
refusal-setting-flag = Wählen Sie „Ein“ oder „Aus“.
refusal-setting-choice = Wählen Sie aus den angebotenen Werten.
refusal-setting-number = Geben Sie eine ganze Zahl von { $low } bis { $high } ein.
refusal-setting-list = Geben Sie höchstens { $most } Einträge mit je { $shortest } bis { $longest } Zeichen ein.
refusal-setting-groups = Geben Sie die Namen vorhandener Gruppen ein.
refusal-clash-name = Die Organisation braucht einen Namen.
refusal-clash-no-method = Aktivieren Sie zuerst eine Methode: Ohne Methode kann niemand ein Kennwort zurücksetzen.
refusal-clash-few-methods = Es werden mehr Methoden verlangt, als aktiviert sind. Aktivieren Sie eine weitere oder verlangen Sie nur eine.
refusal-clash-no-group = Geben Sie mindestens eine Gruppe an: Die Zurücksetzung ist nur für ausgewählte Gruppen eingeschaltet.
refusal-clash-questions = Es können nicht mehr Fragen gestellt werden, als registriert sind. Stellen Sie weniger oder lassen Sie mehr registrieren.
refusal-clash-lengths = Die Mindestlänge eines Kennworts darf nicht über der Höchstlänge liegen.
refusal-clash-domain = „{ $domain }“ kann keine E-Mail-Domäne sein. Schreiben Sie sie wie contoso.example, ohne @.
refusal-clash-helpdesk = Geben Sie eine E-Mail-Adresse wie help@contoso.example ein oder lassen Sie das Feld leer.
refusal-clash-prefixes = Geben Sie Anfänge internationaler Rufnummern ein, jeweils wie +44.
refusal-clash-language = Die Sprache der Nachrichten muss eine der angebotenen Sprachen sein.
refusal-no-account = Das Konto „{ $name }“ gibt es nicht oder nicht mehr.
refusal-account-exists = Das Konto „{ $name }“ gibt es bereits.
refusal-own-domain = „{ $name }“ liegt in den eigenen Domänen der Organisation. Wer ausgesperrt ist, kann dort keine E-Mails lesen. Geben Sie eine Adresse außerhalb an.
refusal-no-licence = Die Lizenz „{ $name }“ gibt es nicht.
refusal-no-role = Die Rolle „{ $name }“ gibt es nicht.
refusal-none-among-roles = „none“ entzieht alle Rollen. Wählen Sie es allein oder wählen Sie Rollen ohne dieses Wort.
refusal-last-administrator = „{ $name }“ ist der letzte aktivierte globale Administrator. Weisen Sie diese Rolle zuerst jemand anderem zu.
refusal-own-account = Niemand deaktiviert oder löscht das eigene Konto. Bitten Sie einen anderen Administrator darum.
refusal-own-authenticator = Dies ist Ihre letzte Authenticator-App. Fügen Sie zuerst eine weitere hinzu oder bitten Sie einen anderen Administrator darum.
refusal-no-group = Die Gruppe „{ $name }“ gibt es nicht. Möglicherweise wurde sie inzwischen gelöscht.
refusal-group-exists = Die Gruppe „{ $name }“ gibt es bereits.
refusal-group-comma = Der Name einer Gruppe darf kein Komma enthalten, weil Kommas die Namen in Listen trennen.
refusal-no-group-type = Den Gruppentyp „{ $name }“ gibt es nicht. Wählen Sie „Sicherheit“ oder „Microsoft 365“.
refusal-group-in-policy = Die Richtlinie nennt die Gruppe „{ $name }“ unter den ausgewählten oder den ausgeschlossenen Gruppen. Entfernen Sie sie zuerst dort.
refusal-no-member = Es gibt kein Konto und keine Gruppe mit dem Namen „{ $name }“.
refusal-not-in = „{ $name }“ ist nicht in „{ $group }“.
refusal-circle = „{ $name }“ kann nicht Mitglied von „{ $group }“ sein: Eine Gruppe würde sich selbst enthalten.
refusal-authenticators = „{ $name }“ hat bereits { $most } Authenticator-Apps. Löschen Sie zuerst eine.
refusal-one-app = „{ $name }“ hat bereits eine App, die Anfragen empfängt. Löschen Sie sie zuerst.
refusal-seed = Der Schlüssel einer Authenticator-App hat 10 bis 64 Bytes und ist in Base32 geschrieben: Buchstaben A bis Z und Ziffern 2 bis 7.
refusal-no-method = „{ $name }“ hat diese Methode nicht mehr.
refusal-administrators-questions = „{ $name }“ hat eine Administratorrolle, und Administratoren können ihre Identität nicht durch Sicherheitsfragen bestätigen. Fügen Sie stattdessen eine Authenticator-App hinzu.
refusal-answers = Diese Antworten können nicht verwendet werden. Jede Frage braucht eine eigene Antwort, die schwer zu erraten ist.
refusal-too-long = Das ist zu lang. Geben Sie höchstens 1.024 Bytes ein.
refusal-password = Dieses Kennwort entspricht nicht den Kennwortregeln.
refusal-permanent = Ein Kennwort, das Sie jemand anderem geben, muss temporär sein.
refusal-sign-in-locked = Die Anmeldung mit diesem Konto ist bis { $until } gesperrt.
refusal-sign-in = Das Konto oder das Kennwort ist falsch.
refusal-temporary-password = Dieses Kennwort ist temporär. Ändern Sie es, bevor Sie sich hier anmelden.
refusal-expired-password = Dieses Kennwort ist abgelaufen. Setzen Sie es zurück, bevor Sie sich hier anmelden.
refusal-second-factor = Der Authenticator-Code ist falsch oder wurde bereits verwendet.
refusal-changed-meanwhile = Das Konto wurde inzwischen geändert. Melden Sie sich erneut an.
refusal-message-gone = Nachricht { $id } kann nicht erneut versucht werden, weil ihr Inhalt nicht mehr vorhanden ist.
refusal-no-message = Nachricht { $id } wartet nicht mehr.
refusal-reports-licence = Nutzungsberichte setzen die Lizenz P1 oder P2 als Standardlizenz der Organisation voraus.
refusal-bad-rows =
    { $count ->
        [one] Eine Zeile kann nicht übernommen werden; deshalb wurde nichts importiert.
       *[other] { $count } Zeilen können nicht übernommen werden; deshalb wurde nichts importiert.
    }
refusal-file = Die Datei kann nicht gelesen werden oder wurde inzwischen geändert. Prüfen Sie sie und versuchen Sie es erneut.
refusal-not-initialised = Dieser Speicher hat noch keine Organisation.
refusal-initialised = Dieser Speicher hat bereits eine Organisation.
refusal-other = { $sentence }
refusal-step-up = Sie haben Ihre Identität vor mehr als fünf Minuten bestätigt. Bestätigen Sie sie dafür erneut.

# Die Konsole: Bereiche, Tasten, Meldungen.

tab-overview = Überblick
tab-properties = Eigenschaften
tab-methods = Anmeldemethoden
tab-registration = Registrierung
tab-notifications = Benachrichtigungen
tab-customization = Anpassung
tab-on-premises = Lokale Integration
tab-administrators = Administratorrichtlinie
tab-users = Benutzer
tab-groups = Gruppen
tab-passwords = Kennwortschutz
tab-audit = Protokoll
tab-usage = Nutzung und Einblicke
keys-open = Eingabe öffnen
keys-tabs = Auf/Ab Bereiche
keys-leave-place = Esc zurück
keys-console-help = ? Hilfe
keys-go = : gehe zu
keys-sign-out = Strg-X abmelden
keys-close = Esc schließen
console-working = Einen Moment …
console-failed = Das war nicht möglich: Der Speicher hat nicht wie erwartet geantwortet. Es wurde nichts geändert; die Ursache steht im Log.
console-no-command = „{ $typed }“ gibt es hier nicht.
console-help = Hilfe
console-language = Sprache
console-go = Gehe zu
console-line = Name eines Bereichs oder quit
console-type-word = Geben Sie zum Fortfahren { $word } ein.
console-typed = Zur Bestätigung
console-enter-goes-on = Mit der Eingabetaste fahren Sie fort, mit Esc nicht.
console-discard = Änderungen verwerfen?
console-discard-text = Sie sind nicht gespeichert. Mit der Eingabetaste verwerfen Sie sie, mit Esc kehren Sie zu ihnen zurück.
form-was = vorher: { $before }
help-console = In der Liste links stehen die Bereiche: Mit Auf und Ab wählen Sie einen aus, mit der Eingabetaste gehen Sie hinein, mit Esc zurück. Strg-Bild auf und Strg-Bild ab wechseln den Bereich von überall; ebenso : und der Anfang eines Namens. Strg-S speichert, u macht die letzte Speicherung der Richtlinie rückgängig, / filtert eine Liste. F2 wechselt die Sprache, F3 die Farben. Strg-X meldet Sie ab.
advice-no-help-desk = Geben Sie an, wie der Helpdesk zu erreichen ist: Wem hier nicht geholfen werden kann, der weiß sonst nicht weiter.
advice-few-methods = Erlauben Sie mindestens eine Methode mehr, als Sie verlangen: Wer eine verliert, ist sonst ausgesperrt.
advice-one-method = Verlangen Sie zwei Methoden: Bei nur einer genügt ein fremdes Postfach oder Telefon, um das Konto zu übernehmen.
advice-questions-spare = Lassen Sie mehr Fragen registrieren, als gestellt werden: Sonst genügt eine vergessene Antwort, um jemanden auszusperren.
advice-questions-alone = Lassen Sie Fragen nicht als einzige Methode zu: Antworten lassen sich erraten oder herausfinden.
advice-no-registration = Verlangen Sie die Registrierung bei der Anmeldung: Wer keine Methoden hat, kann kein Kennwort zurücksetzen.
advice-never-reconfirmed = Lassen Sie die Methoden alle 180 Tage bestätigen: Nummern und Adressen veralten.
advice-users-untold = Benachrichtigen Sie Benutzer, wenn ihr Kennwort zurückgesetzt wurde: Sonst fällt niemandem auf, dass es jemand anderes war.
advice-administrators-untold = Benachrichtigen Sie die Administratoren, wenn das Kennwort eines Administrators zurückgesetzt wurde: Ein solches Konto ist einen Angriff wert.
advice-no-human-check = Behalten Sie das Captcha für Remoteterminals bei: Ohne es können Programme aus der Ferne Namen durchprobieren.
advice-explained = Nennen Sie nicht den Grund, wenn ein Konto abgewiesen wird: Er verrät Fremden, welche Konten es gibt.
advice-composition = Verlangen Sie Länge statt Zeichenarten: Die meisten erfüllen sie auf leicht zu erratende Weise.
advice-short-passwords = Verlangen Sie mindestens 12 Zeichen: Vor allem die Länge macht ein Kennwort schwer zu erraten.
advice-expiry = Lassen Sie Kennwörter nicht ablaufen: Wer sie ändern muss, wählt schwächere.
advice-many-proofs = Blockieren Sie nach fünf fehlgeschlagenen Nachweisen: Mehr Versuche nützen denen, die raten.
advice-short-block = Lassen Sie eine Blockierung 24 Stunden dauern: Ein Administrator kann sie aufheben, und wer rät, muss warten.
advice-many-sign-ins = Sperren Sie die Anmeldung nach zehn Fehlversuchen: Mehr Versuche nützen denen, die raten.
advice-short-lock = Lassen Sie die erste Sperre 60 Sekunden dauern: Eine kürzere hält kaum auf, wer rät.
advice-flooded = Senden Sie höchstens zehn Nachrichten am Tag an ein Ziel: Mit mehr lässt sich jemand überfluten.
refusal-no-save = Es gibt keine Speicherung { $id }.
refusal-nothing-to-undo = Es gibt keine Speicherung der Richtlinie mehr, die sich rückgängig machen ließe.
refusal-undone-already = Die Speicherung { $id } ist bereits rückgängig gemacht.

## People: finding, changing many, deleting

refusal-deleted = { $by } hat „{ $name }“ bereits gelöscht ({ $at }). Es bleibt nichts zu tun.
refusal-not-among = „{ $name }“ ist nicht unter diesen Konten, daher folgt keines darauf.
refusal-bulk-count = { $found ->
    [one] Jetzt passt ein Konto, bestätigt wurden { $expected }. Es wurde nichts geändert; bitte sehen Sie sich die Auswahl noch einmal an.
   *[other] Jetzt passen { $found } Konten, bestätigt wurden { $expected }. Es wurde nichts geändert; bitte sehen Sie sich die Auswahl noch einmal an.
}

## Users and groups

people-yes = ja
people-no = nein
people-at = { $at }
people-text = { $text }
people-keys-find = / suchen
people-keys-to-list = Eingabe zur Liste
people-keys-to-filter = f Filter
people-keys-to-new = n neu
people-keys-to-bulk = b alle ändern
people-keys-to-import = i Import
people-keys-to-export = e Export
people-keys-members = a hinzufügen  r entfernen  d Gruppe löschen
people-keys-filter = Eingabe anwenden
people-keys-create = Strg-S anlegen
people-keys-go-on = Strg-S weiter
people-keys-stop = s anhalten
people-keys-sections = Links/Rechts oder 1–7 Abschnitte
users-count =
    { $count ->
        [one] Ein Konto
       *[other] { $count } Konten
    }
users-more =
    { $count ->
        [one] Das erste Konto, weitere folgen
       *[other] Die ersten { $count } Konten, weitere folgen
    }
user-disabled = deaktiviert
user-blocked = blockiert
user-locked = gesperrt
user-registered = registriert
user-unregistered = unregistriert
people-column-user = Benutzername
people-column-state = Zustand
people-column-name = Name
people-column-roles = Rollen
people-column-group = Gruppe
people-column-type = Typ
people-column-description = Beschreibung
people-column-member = Mitglied
people-column-kind = Art
people-role-global = Globaler Administrator
people-role-authentication-policy = Administrator für Anmelderichtlinien
people-role-user = Benutzeradministrator
people-role-helpdesk = Helpdesk
people-role-reports-reader = Berichtleser
licence-default = Lizenz der Organisation
licence-free = Kostenlos
licence-basic = Basic
licence-apps-for-business = Apps for business
licence-business-standard = Business Standard
licence-business-premium = Business Premium
licence-p1 = P1
licence-p2 = P2
people-filter-title = Welche Konten
people-filter-any = Beides
people-filter-enabled = Darf es benutzt werden?
people-filter-enabled-yes = Aktiviert
people-filter-enabled-no = Deaktiviert
people-filter-registered = Hat es genug Methoden?
people-filter-registered-yes = Registriert
people-filter-registered-no = Nicht registriert
people-filter-blocked = Nur Konten, deren Zurücksetzung jetzt blockiert ist
people-filter-locked = Nur Konten, deren Anmeldung jetzt gesperrt ist
people-filter-group = In dieser Gruppe oder einer darin enthaltenen
people-filter-role = Rolle
people-filter-role-any = Irgendeine Rolle
people-filter-role-none = Keine Rolle
people-filter-licence = Lizenz
people-filter-source = Stammt aus: local oder der Name eines Verzeichnisses
help-people-filter = Gelistet, gemeinsam geändert oder exportiert werden nur Konten, auf die alles hier Gewählte zutrifft. Leertaste und Pfeiltasten wählen, die Eingabetaste wendet es an, Esc lässt alles, wie es war. Esc in der Liste hebt den Filter wieder auf.
help-users = Nach / tippen Sie Wortanfänge: Name, Benutzername oder Adresse finden Konten schon beim Tippen, wie viele es auch sind. Die Eingabetaste öffnet eines. f filtert, n legt einen Benutzer an, b ändert alle gelisteten auf einmal, i und e lesen oder schreiben eine Datei. Was Ihre Rolle nicht darf, wird nicht angeboten.
account-title = Konto { $name }
account-actions = Aktionen
account-profile = Daten
account-eligibility = Zurücksetzen?
account-methods = Methoden
account-blocks = Sperren
account-journeys = Besuche
account-records = Protokoll
account-no-actions = Ihre Rolle darf an diesem Konto nichts ändern.
account-can-reset = Dieses Konto kann sein Kennwort jetzt zurücksetzen.
account-cannot-reset = Dieses Konto kann sein Kennwort jetzt nicht zurücksetzen ({ $code }).
account-check-reason-unknown = das Konto existiert
account-check-reason-disabled = das Konto ist aktiviert
account-check-reason-blocked = seine Zurücksetzung ist nicht blockiert
account-check-reason-off = Zurücksetzen ist für die Organisation eingeschaltet
account-check-reason-unlicensed = eine Lizenz erlaubt es
account-check-reason-not-selected = es ist in einer ausgewählten und in keiner ausgeschlossenen Gruppe
account-check-reason-no-method = die Richtlinie erlaubt eine seiner Methoden
account-check-reason-too-few-methods = es hat so viele nutzbare Methoden wie verlangt
account-check-reason-no-writeback = in sein Verzeichnis kann geschrieben werden
account-check-reason-directory-refused = sein Verzeichnis lässt den Agenten schreiben
account-check-reason-no-agent = ein Agent seines Verzeichnisses ist da
account-gates =
    { $count ->
        [one] Zum Zurücksetzen ist ein Nachweis nötig. Markiert sind die Methoden, die zählen.
       *[other] Zum Zurücksetzen sind { $count } verschiedene Nachweise nötig. Markiert sind die Methoden, die zählen.
    }
account-since = registriert am { $at }
account-answers-since =
    { $count ->
        [one] eine Antwort
       *[other] { $count } Antworten
    }, registriert am { $at }
account-provided = von der Organisation vorgegeben
account-no-methods = Keine Methode ist registriert oder vorgegeben.
account-reset-blocked = Zurücksetzung blockiert bis
account-sign-in-locked = Anmeldung gesperrt bis
account-limits = Was von jeder Grenze verbraucht ist:
account-used = { $used } von { $limit }
account-frees = der älteste zählt bis { $at }
account-counted-proof = Fehlgeschlagene Nachweise
account-counted-mail = Codes per E-Mail
account-counted-question = Versuche bei Fragen
account-counted-second_factor = Falsche zweite Faktoren
account-counted-phone_check = Eingetippte Nummern
account-counted-sms = SMS
account-counted-push = Anfragen an die App
account-counted-call = Anrufe
account-counted-enrolment = Falsche Codes beim Registrieren
account-counted-caller = Falsche Codes beim Helpdesk
account-no-journeys = In den letzten Tagen kam niemand für dieses Konto.
account-purpose-reset = Zurücksetzen
account-purpose-unlock = Entsperren
account-purpose-sign_in = Anmeldung
account-journey-open = läuft
account-journey-done = erledigt
account-journey-ended = beendet
account-journey-refused = abgelehnt
account-journey-expired = dauerte zu lange
account-records-hidden = Ihre Rolle darf das Protokoll nicht lesen.
help-account = Links und Rechts oder die Ziffern 1 bis 7 wählen einen Abschnitt: was möglich ist, die Daten, jede Prüfung, ob das Konto zurücksetzen kann und warum nicht, seine Methoden, was es sperrt, Besuche an Kiosken und das Protokoll. Unter Aktionen führt die Eingabetaste das Gewählte aus. Was Ihre Rolle nicht darf, wird nicht angeboten; ein Blick des Helpdesks wird protokolliert.
people-do-help = Anrufer überprüfen und helfen
people-do-temporary-password = Temporäres Kennwort vergeben
people-do-temporary-password-text = „{ $name }“ erhält ein Kennwort, das bei der nächsten Anmeldung geändert werden muss. Das bisherige gilt nicht mehr, und alles damit Geöffnete endet.
people-do-require-registration = Erneute Registrierung verlangen
people-do-require-registration-text = „{ $name }“ muss die Methoden bei der nächsten Anmeldung erneut registrieren. Eine laufende Anmeldung endet, und die Person wird benachrichtigt.
people-done-required = „{ $name }“ muss sich erneut registrieren.
bulk-register = Erneute Registrierung verlangen
people-do-release = Blockierung der Zurücksetzung aufheben
people-do-unlock = Anmeldung entsperren
people-do-edit = Namen und Kontaktdaten ändern
people-do-licence = Lizenz ändern
people-do-roles = Rollen ändern
people-do-enable = Aktivieren
people-do-disable = Deaktivieren
people-do-disable-text = „{ $name }“ kann sich weder anmelden noch zurücksetzen, bis es wieder aktiviert wird. Was läuft, endet.
people-do-delete = Konto löschen
people-do-delete-text = „{ $name }“ wird mit Kennwort und Methoden gelöscht. Das lässt sich nicht rückgängig machen; was davon protokolliert ist, bleibt.
people-done-released = „{ $name }“ darf sein Kennwort wieder zurücksetzen.
people-done-unlocked = Die Anmeldung von „{ $name }“ ist entsperrt.
people-done-enabled = „{ $name }“ ist aktiviert.
people-done-disabled = „{ $name }“ ist deaktiviert.
people-done-deleted = „{ $name }“ ist gelöscht.
people-done-edited = „{ $name }“ ist geändert.
people-done-group-added = Die Gruppe „{ $name }“ ist angelegt.
people-done-added = „{ $name }“ ist jetzt Mitglied.
people-done-removed = „{ $name }“ ist kein Mitglied mehr.
people-once-temporary = Das temporäre Kennwort von „{ $name }“:
people-once-new = „{ $name }“ kann sich mit diesem Kennwort anmelden und muss es dann ändern:
people-once-only = Es wird nur hier und nur jetzt gezeigt. Geben Sie es so weiter, dass niemand sonst es lesen kann.
help-people-once = Dieses Geheimnis wird einmal gezeigt und so nirgends aufbewahrt. Die Eingabetaste oder Esc verlässt die Seite, dann ist es fort.
account-edit-profile = { $name } ändern
account-edit-licence = Lizenz von { $name }
account-edit-roles = Rollen von { $name }
help-people-edit = Strg-S speichert die Änderungen, alle oder keine. Ein geleertes Feld leert den Wert. Unter einem geänderten Feld steht, was vorher dort stand. Esc fragt, bevor Getipptes verworfen wird.
person-upn = Benutzername
person-upn-note = Wie mias@contoso.example. Damit melden sich Personen an.
person-name = Name
person-given = Vorname
person-surname = Nachname
person-email = E-Mail-Adresse
person-alternate = Weitere E-Mail-Adresse
person-alternate-note = Außerhalb der Organisation, wo auch eine ausgesperrte Person sie lesen kann.
person-mobile = Mobiltelefon
person-office = Bürotelefon
person-phone-note = In internationaler Form, wie +44 20 7946 0000.
person-language = Sprache der Nachrichten
person-language-any = Die der Organisation
person-licence = Lizenz
person-roles = Rollen
person-groups = Gruppen
person-source = Stammt aus
person-enabled = Aktiviert
person-must-change = Muss das Kennwort ändern
person-registered = Hat genug Methoden
person-last-reset = Zuletzt zurückgesetzt
person-type = Gruppentyp
person-group-name = Gruppenname
person-description = Gruppenbeschreibung
person-members = Mitglieder
person-members-note = Je Zeile ein Benutzername oder der Name einer anderen Gruppe.
person-member = Benutzername oder Name einer anderen Gruppe
person-file = Dateiname
person-file-note = Der Name einer CSV-Datei, wie users.csv, im Ordner, in dem die Konsole gestartet wurde.
new-user-title = Neuer Benutzer
new-user-done = Das erste Kennwort des neuen Benutzers
help-new-user = Nur der Benutzername ist nötig. Strg-S legt den Benutzer an; das erste Kennwort wird hier erzeugt, einmal gezeigt und muss bei der ersten Anmeldung geändert werden. Die Leertaste wählt Gruppen und Rollen. Kontaktdaten von hier zählen ohne Registrierung als Methoden.
groups-count =
    { $count ->
        [one] Eine Gruppe
       *[other] { $count } Gruppen
    }
group-security = Sicherheit
group-microsoft365 = Microsoft 365
help-groups = Die Gruppen nach Namen. / findet eine beim Tippen, die Eingabetaste öffnet sie, n legt eine neue an.
new-group-title = Neue Gruppe
help-new-group = Wählen Sie den Typ, geben Sie der Gruppe einen Namen und sagen Sie, wofür sie da ist. Mitglieder stehen je in einer Zeile. Strg-S legt sie an. Eine Gruppe darf Mitglied einer anderen sein, aber nie sich selbst enthalten.
group-title = Gruppe { $name }
group-members =
    { $count ->
        [one] Ein Mitglied
       *[other] { $count } Mitglieder
    }
group-members-more =
    { $count ->
        [one] Das erste Mitglied, weitere folgen
       *[other] Die ersten { $count } Mitglieder, weitere folgen
    }
member-group = Gruppe
member-account = Benutzer
group-add-title = Mitglied zu { $group } hinzufügen
help-people-ask = Tippen Sie den Namen und drücken Sie die Eingabetaste. Esc geht zurück, ohne etwas zu tun.
group-remove = Mitglied entfernen
group-remove-text = „{ $name }“ wird aus „{ $group }“ entfernt.
group-delete = Gruppe löschen
group-delete-text = „{ $name }“ wird gelöscht. Die Mitglieder bleiben. Das lässt sich nicht rückgängig machen.
help-group = Die Mitglieder: zuerst Gruppen, dann Benutzer. a fügt eines hinzu, r entfernt das gewählte, d löscht die Gruppe, nachdem ihr Name getippt wurde, die Eingabetaste öffnet ein Mitglied. Mitglieder enthaltener Gruppen zählen überall mit.
bulk-title = Viele Konten auf einmal ändern
bulk-count =
    { $count ->
        [one] Betroffen ist ein Konto:
       *[other] Betroffen sind { $count } Konten:
    }
bulk-counting = Es wird gezählt …
bulk-everybody = alle
bulk-action = Was getan wird
bulk-enable = Aktivieren
bulk-disable = Deaktivieren
bulk-licence = Die Lizenz unten zuweisen
bulk-group = In die Gruppe unten aufnehmen
bulk-release = Blockierung der Zurücksetzung aufheben
bulk-new-licence = Lizenz
bulk-into = Gruppe
bulk-into-missing = Nennen Sie die Gruppe.
bulk-nobody = Kein Konto ist betroffen, oder die Konten sind noch nicht gezählt.
bulk-confirm =
    { $count ->
        [one] Es betrifft ein Konto. Jede Änderung wird protokolliert.
       *[other] Es betrifft { $count } Konten. Jede Änderung wird protokolliert.
    }
bulk-done = Fertig: { $changed } geändert, { $same } wie zuvor, { $refused } abgelehnt.
bulk-left =
    { $count ->
        [one] Angehalten; ein Konto wurde nicht erreicht.
       *[other] Angehalten; { $count } Konten wurden nicht erreicht.
    }
help-bulk = Wählen Sie, was mit allen Konten geschieht, die der Filter der Liste meint. Strg-S zeigt, wie viele es sind, und diese Zahl muss getippt werden. Während es läuft, hält s nach dem laufenden Teil an; Getanes bleibt getan. Jedes abgelehnte Konto wird mit dem Grund genannt.
people-job-through =
    { $count ->
        [one] Eines ist bearbeitet.
       *[other] { $count } sind bearbeitet.
    }
people-job-through-of = { $count } von { $all } sind bearbeitet.
people-job-wrong =
    { $count ->
        [one] Eines ist fehlgeschlagen:
       *[other] { $count } sind fehlgeschlagen:
    }
people-job-stopping = Es hält nach dem laufenden Teil an.
people-import-title = Benutzer importieren
people-import-skip = Fehlerhafte Zeilen auslassen, statt nichts zu importieren
people-import-skip-note = Jede fehlerhafte Zeile wird mit ihrer Nummer genannt.
people-import-done = Fertig: { $added } hinzugefügt, { $changed } geändert, { $same } wie zuvor, { $bad } ausgelassen.
people-import-stopped = Es wurde angehalten. Von einer Datei, die ganz oder gar nicht gilt, wurde nichts importiert.
help-people-import = Die Datei ist eine CSV mit einer Kopfzeile aus den Wörtern upn, name, given, surname, email, alternate-email, mobile, office, licence, role, language, must-change. Alle Zeilen werden importiert oder keine, außer fehlerhafte werden ausgelassen. s hält an.
people-export-title = Benutzer exportieren
people-export-done =
    { $count ->
        [one] Ein Konto steht in der Datei.
       *[other] { $count } Konten stehen in der Datei.
    }
people-export-exists = Eine solche Datei gibt es schon. Wählen Sie einen anderen Namen; überschrieben wird nichts.
people-export-failed = Die Datei lässt sich hier nicht anlegen. Prüfen Sie, ob in den Ordner geschrieben werden darf.
help-people-export = Die Konten, die der Filter der Liste meint, werden in eine neue CSV geschrieben, die sich wieder importieren lässt. Nur der Benutzer der Konsole kann sie lesen. Der Export wird protokolliert.

## Help desk: why something was not done

refusal-pass-minutes = Ein befristeter Zugriffspass ist { $least } bis { $most } Minuten gültig.
refusal-administrators-pass = „{ $name }“ ist ein Administratorkonto, für das es nie einen befristeten Zugriffspass gibt. Ein globaler Administrator kann ihm eine Authenticator-App hinzufügen.
refusal-disabled = „{ $name }“ ist deaktiviert. Aktivieren Sie zuerst das Konto.
refusal-not-verified = Sie haben in den letzten 15 Minuten nicht überprüft, ob der Inhaber von „{ $name }“ anruft. Überprüfen Sie zuerst den Anrufer.
refusal-no-pass = „{ $name }“ hat keinen befristeten Zugriffspass, der noch gültig ist.
refusal-malformed-reference = Eine Referenz besteht aus 8 Buchstaben und Ziffern. Lassen Sie sie sich noch einmal vorlesen.
refusal-no-reference = Unter { $reference } ist nichts verzeichnet. Lassen Sie sich die Referenz noch einmal vorlesen.

## The help desk: from a reference to the reason, verifying a caller, what may be done for them

keys-helpdesk = h Helpdesk
keys-look-up = Eingabe nachsehen
keys-open-caller = Eingabe diesem Konto helfen
keys-scroll = Bild auf/ab blättern
keys-do = Eingabe ausführen
keys-check = Eingabe prüfen
keys-give = Eingabe ausstellen
helpdesk-title = Helpdesk
helpdesk-intro = Wer ruft an? Geben Sie die Referenz ein, die auf dem Bildschirm des Anrufers steht, oder die Benutzer-ID, die er nennt.
helpdesk-reference = Referenz
helpdesk-reference-note = 8 Buchstaben und Ziffern. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.
helpdesk-user = Benutzer-ID
helpdesk-user-note = Ein Benutzername, der Teil vor dem @ oder eine registrierte Adresse.
help-helpdesk = Geben Sie die Referenz ein, die der Anrufer vom Bildschirm abliest, und drücken Sie die Eingabetaste: Sie sehen, warum abgelehnt wurde, was jetzt hilft und was geschehen ist. Oder geben Sie die genannte Benutzer-ID ein, um das Konto zu sehen und den Anrufer zu überprüfen. Jeder Blick wird protokolliert.
desk-found-title = Referenz { $reference }
desk-account = Konto
desk-nobody = niemand wurde genannt
desk-terminal = Terminal
desk-nowhere = nicht verzeichnet
desk-refusal = Grund
desk-no-refusal = nichts ist fehlgeschlagen
desk-what-helps = Was jetzt hilft
desk-not-yours = (Ihre Rolle erlaubt das nicht.)
desk-checks = Prüfungen nach dem jetzigen Stand
desk-happened = Was geschehen ist
desk-record = { $at }: { $what }
help-found = Oben steht, woran es gescheitert ist, dann, was jetzt hilft. Die Prüfungen gelten für diesen Augenblick, nicht für damals. Die Eingabetaste öffnet das Konto; dort überprüfen Sie den Anrufer und helfen ihm.
desk-caller-title = Hilfe für { $name }
desk-name = Name
desk-enabled = Darf verwendet werden
desk-blocked = Zurücksetzung blockiert
desk-locked = Anmeldung gesperrt
desk-verified = Von Ihnen überprüft
desk-pass = Zugriffspass
desk-until = bis { $at }
desk-act-mail = Überprüfen: einen Code an { $address } senden
desk-act-text = Überprüfen: einen Code per SMS an { $address } senden
desk-act-app = Überprüfen: nach dem Code der Authenticator-App fragen
desk-act-tell = Den Code eingeben, den der Anrufer nennt
desk-act-pass = Einen befristeten Zugriffspass ausstellen
desk-act-withdraw = Den befristeten Zugriffspass zurückziehen
desk-act-release = Die Blockierung der Zurücksetzung aufheben
desk-act-unlock = Die Anmeldung entsperren
desk-act-password = Ein temporäres Kennwort vergeben
desk-act-register = Erneute Registrierung verlangen
desk-verify-first = Überprüfen Sie den Anrufer, bevor Sie etwas für ihn tun. Nur dann kann ein befristeter Zugriffspass ausgestellt werden.
desk-not-held = Das Konto hat nicht mehr, wohin der Code gesendet würde. Wählen Sie einen anderen Weg.
desk-not-now = Dorthin kann jetzt nichts mehr gesendet werden, oder es wurden zu viele falsche Codes genannt. Wählen Sie einen anderen Weg oder warten Sie.
help-caller = Wählen Sie mit den Pfeiltasten und drücken Sie die Eingabetaste. Um den Anrufer zu überprüfen, lassen Sie einen Code an das senden, was im Konto hinterlegt ist, oder fragen Sie nach dem Code der Authenticator-App; der Anrufer nennt ihn, und Sie geben ihn ein. Danach haben Sie 15 Minuten Zeit. Wer das Telefon verloren hat, bekommt einen befristeten Zugriffspass: Zusammen mit dem Kennwort kann er sich damit einmal anmelden und ein anderes registrieren.
desk-confirm-withdraw = Den befristeten Zugriffspass von { $name } zurückziehen?
desk-confirm-password = { $name } ein temporäres Kennwort vergeben?
desk-confirm-password-text = Das jetzige Kennwort gilt dann nicht mehr. Das neue muss bei der Anmeldung geändert werden.
desk-confirm-register = { $name } die Methoden noch einmal registrieren lassen?
desk-confirm-register-text = Was registriert ist, bleibt, aber bei der nächsten Anmeldung sind weitere Angaben erforderlich. Der Inhaber erfährt es per E-Mail.
desk-done-withdraw = Der Zugriffspass ist zurückgezogen.
desk-done-release = Das Kennwort des Kontos darf wieder zurückgesetzt werden.
desk-done-unlock = Die Anmeldung ist entsperrt.
desk-done-register = Bei der nächsten Anmeldung sind weitere Angaben erforderlich.
desk-tell-title = Anrufer überprüfen
desk-tell-sent = Ein Code ist an { $address } unterwegs. Lassen Sie ihn sich vom Anrufer nennen und geben Sie ihn hier ein. Er gilt bis { $at }.
desk-tell-app = Fragen Sie den Anrufer nach dem Code, den seine Authenticator-App gerade anzeigt, und geben Sie ihn hier bis { $at } ein.
desk-code = Der Code, den der Anrufer nennt
desk-code-malformed = Ein Code hat { $digits } Ziffern. Lassen Sie ihn sich noch einmal nennen.
desk-code-wrong =
    { $left ->
        [one] Das ist nicht der Code. Es bleibt noch ein Versuch.
       *[other] Das ist nicht der Code. Es bleiben noch { $left } Versuche.
    }
desk-code-used-up = Das war nicht der Code, und es bleibt kein Versuch mehr. Beginnen Sie von vorn.
desk-code-late = Dieser Code gilt nicht mehr. Beginnen Sie von vorn.
desk-verified-until = Der Anrufer ist bis { $at } überprüft.
help-tell = Geben Sie ein, was der Anrufer sagt, und drücken Sie die Eingabetaste. Nennen Sie den Code nie selbst: Wer das Postfach oder das Telefon hat, kennt ihn. Esc führt zurück; der Code bleibt gültig.
desk-give-title = Befristeter Zugriffspass
desk-give-text = { $name } kann ihn einmal verwenden: zusammen mit dem Kennwort zur Anmeldung und zum Registrieren einer anderen Methode. Ein Kennwort setzt er nie zurück.
desk-minutes = Gültigkeit in Minuten
desk-minutes-note = { $least } bis { $most }.
help-give = Geben Sie an, wie viele Minuten der Zugriffspass gilt, und drücken Sie die Eingabetaste. Er wird einmal angezeigt. Der Inhaber erfährt per E-Mail, dass ein Zugriffspass ausgestellt wurde.
desk-shown-pass = Nennen Sie dem Anrufer diesen Zugriffspass. Er gilt einmal, bis { $at }.
remedy-find-account = Fragen Sie noch einmal nach der Benutzer-ID: Ein solches Konto gibt es nicht.
remedy-enable = Wenn das Konto versehentlich deaktiviert wurde, aktivieren Sie es.
remedy-release = Überprüfen Sie den Anrufer und heben Sie dann die Blockierung der Zurücksetzung auf.
remedy-unlock = Überprüfen Sie den Anrufer und entsperren Sie dann die Anmeldung.
remedy-switch-on = Die Zurücksetzung ist für alle ausgeschaltet. Schalten Sie sie in der Richtlinie ein.
remedy-license = Geben Sie dem Konto eine Lizenz, die das Zurücksetzen erlaubt.
remedy-select = Nehmen Sie das Konto in eine ausgewählte Gruppe auf oder entfernen Sie es aus einer ausgeschlossenen.
remedy-register = Überprüfen Sie den Anrufer und stellen Sie einen befristeten Zugriffspass aus: Damit meldet er sich an und registriert seine Methoden.
remedy-set-up-writeback = Schalten Sie das Zurückschreiben ein oder richten Sie einen Connector für die Domäne des Kontos ein.
remedy-mend-directory = Das Verzeichnis hat den Agenten abgewiesen. Testen Sie den Connector.
remedy-start-agent = Für das Verzeichnis ist kein Agent da. Starten Sie einen.
remedy-wait = An diesem Terminal wurde zu viel versucht. Warten Sie oder verwenden Sie ein anderes; es endet allein durch Zeit.
remedy-start-again = Jetzt spricht nichts mehr dagegen. Der Anrufer kann von vorn beginnen.
new-file-name = Geben Sie einen einfachen Namen mit der genannten Endung ein: Buchstaben, Ziffern, Leerzeichen, Bindestriche, höchstens 100 Bytes, kein Ordner.
new-file-exists = Eine Datei dieses Namens gibt es bereits. Wählen Sie einen anderen: Es wird keine Datei überschrieben.
new-file-failed = Die Datei konnte nicht geschrieben werden. Prüfen Sie den Ordner und den freien Speicherplatz.
audit-number = Nummer
audit-time = Zeit (UTC)
audit-activity = Aktivität
audit-outcome = Ergebnis
audit-reason = Grund
audit-account = Konto
audit-actor = Ausgeführt von
audit-terminal = Terminal
audit-journey = Besuch
audit-method = Methode
audit-reference = Referenz
audit-detail = Einzelheiten
audit-hash = Hash
audit-since = Nicht vor (UTC)
audit-until = Vor (UTC)
audit-any = Beliebig
audit-all = Alle Einträge
audit-none = Kein Eintrag passt. Drücken Sie /, um nach anderen zu fragen.
audit-following = Folgt
audit-not-following = Steht still
audit-keys-open = Eingabe Eintrag
audit-keys-follow = f folgen
audit-keys-unfollow = f anhalten
audit-keys-export = e Export
audit-keys-verify = v prüfen
audit-keys-apply = Strg-S anwenden
audit-keys-clear = Strg-U alle Einträge
audit-keys-same-reference = r gleiche Referenz
audit-keys-same-account = a gleiches Konto
audit-keys-write = Eingabe Datei schreiben
audit-keys-check = Eingabe Prüfen
audit-filter-title = Welche Einträge
audit-account-note = Ein Benutzerprinzipalname, Anmeldename oder eine registrierte Adresse.
audit-activity-note = Ein Wort wie password_reset; ein Teil davon genügt, wenn nur eines passt.
audit-reference-note = Was jemand am Telefon vom Bildschirm abliest.
audit-moment-note = Wie 2026-05-01 oder 2026-05-01 12:00, in UTC.
audit-no-activity = Diese Aktivität gibt es nicht.
audit-no-moment = Geben Sie ein Datum wie 2026-05-01 ein, auch mit Uhrzeit wie 2026-05-01 12:00.
audit-file = Datei
audit-file-note = Ein neuer Name, der auf .jsonl oder .csv endet. Die Datei wird in dem Ordner angelegt, in dem die Konsole gestartet wurde, nur für ihren Besitzer lesbar.
audit-export-title = Einträge in eine Datei schreiben
audit-head = Anderswo aufbewahrter Kopf
audit-head-note = Nummer und Hash des letzten Eintrags, wie Sie sie aufbewahrt haben; damit fällt auch ein abgeschnittenes Ende auf. Das Feld darf leer bleiben.
audit-no-head = Das ist kein Kopf. Geben Sie eine Nummer, ein Leerzeichen und einen Hash ein.
audit-verify-title = Protokoll prüfen
audit-verify-what = Der Hash jedes Eintrags deckt den vorherigen mit ab. Die Prüfung berechnet alle neu und nennt den ersten Eintrag, der fehlt oder geändert wurde.
outcome-success = Erfolg
outcome-failure = Fehler
help-audit = Das Überwachungsprotokoll, die neuesten Einträge zuerst. Die Eingabetaste zeigt einen Eintrag mit allem, was er enthält. Mit / fragen Sie nach Einträgen, nach Konto, Aktivität, Ergebnis, Terminal, Referenz und Zeit zugleich. Solange die Liste folgt, erscheinen neue Einträge sofort oben; f hält das an und setzt es fort. e schreibt die gefundenen Einträge in eine Datei, v prüft, ob kein Eintrag fehlt oder geändert wurde.
help-audit-filter = Alles, was ausgefüllt ist, muss zutreffen; was leer bleibt, wird nicht gefragt. Zeiten sind in UTC. Strg-S wendet es an, Strg-U zeigt wieder alle Einträge, Esc lässt es, wie es war.
help-audit-record = Ein Eintrag, wie er geschrieben wurde. Sein Hash deckt alles darin ab und den Hash des vorherigen Eintrags. r fragt nach allen Einträgen mit derselben Referenz, a nach denen über dasselbe Konto.
help-audit-export = Die gefundenen Einträge werden in eine neue Datei geschrieben, je nach Endung als JSON Lines oder CSV. Das wird protokolliert und verlangt, dass Sie Ihre Identität frisch bestätigt haben.
help-audit-verify = Die Prüfung liest jeden Eintrag einmal. Bewahren Sie den genannten Kopf anderswo auf: Damit erkennt eine spätere Prüfung, ob das Ende des Protokolls abgeschnitten wurde.
usage-day = 24 Std.
usage-week = 7 Tage
usage-month = 30 Tage
usage-now = Jetzt
usage-accounts = Konten
usage-all = Alle
usage-enabled = Für Zurücksetzung aktiviert
usage-registered = Registriert
usage-capable = Können jetzt zurücksetzen
usage-help-desk = Helpdesk
usage-calls-avoided = Vermiedene Anrufe
usage-resets = Zurückgesetzt mit
usage-not-reset = Nicht zurückgesetzt
usage-why-cancelled = Abgebrochen
usage-why-idle = Nicht fortgesetzt
usage-why-too-late = Zeit abgelaufen
usage-abandoned = Abgebrochen bei
usage-registrations = Registrierungen
usage-nothing = Noch nichts.
usage-verification-step-1 = Überprüfungsschritt 1
usage-verification-step-2 = Überprüfungsschritt 2
usage-new-password = Neues Kennwort
usage-keys-period = Links/Rechts Zeitraum
usage-keys-csv = c CSV-Datei
usage-file-note = Ein neuer Name, der auf .csv endet. Die Datei wird in dem Ordner angelegt, in dem die Konsole gestartet wurde, nur für ihren Besitzer lesbar.
usage-csv-title = Zahlen in eine Datei schreiben
help-usage = Die Nutzung in Zahlen. Mit Links und Rechts wählen Sie den Zeitraum der Balken; die Zahlen aller drei Zeiträume stehen daneben. Für jede erfolgreiche Zurücksetzung zählt ein Anruf als vermieden. Wo abgebrochen wurde, ergibt sich aus den bestandenen Methoden. c schreibt alles in eine CSV-Datei. Jede Zahl lässt sich aus einem Export des Überwachungsprotokolls und der Benutzer nachrechnen.
help-usage-csv = Die Zahlen aller drei Zeiträume werden in eine neue CSV-Datei geschrieben.
audit-activities = Mehrere passen: { $words }.
audit-record = Eintrag { $number }
audit-export-what = Geschrieben wird: { $asked }.
audit-keep-head = Bewahren Sie diesen Kopf anderswo auf: { $head }
audit-broken = Eintrag { $number } fehlt oder wurde geändert. Vergleichen Sie ihn mit einem Export oder einer Sicherung.
usage-written = Die Zahlen stehen in { $file }.
audit-exported =
    { $count ->
        [one] Ein Eintrag steht in { $file }.
       *[other] { $count } Einträge stehen in { $file }.
    }
audit-export-far =
    { $count ->
        [one] Bisher ist ein Eintrag geschrieben.
       *[other] Bisher sind { $count } Einträge geschrieben.
    }
audit-verify-far = { $count } von { $all } geprüft
audit-whole =
    { $count ->
        [one] Der einzige Eintrag ist, wie er geschrieben wurde.
       *[other] Alle { $count } Einträge sind, wie sie geschrieben wurden.
    }
activity-store-created = Speicher eingerichtet
activity-reset-started = Zurücksetzung begonnen
activity-code-sent = Code gesendet
activity-gate-tried = Methode versucht
activity-account-blocked = Zurücksetzung blockiert
activity-password-reset = Kennwort zurückgesetzt
activity-reset-abandoned = Zurücksetzung abgebrochen
activity-sign-in = Anmeldung
activity-account-added = Konto hinzugefügt
activity-account-edited = Konto geändert
activity-account-enabled = Konto aktiviert
activity-account-disabled = Konto deaktiviert
activity-temporary-password = Temporäres Kennwort vergeben
activity-password-given = Kennwort vergeben
activity-block-released = Blockierung aufgehoben
activity-licence-changed = Lizenz geändert
activity-roles-changed = Rollen geändert
activity-method-added = Methode hinzugefügt
activity-method-deleted = Methode gelöscht
activity-group-added = Gruppe hinzugefügt
activity-group-deleted = Gruppe gelöscht
activity-member-added = Mitglied hinzugefügt
activity-member-removed = Mitglied entfernt
activity-policy-changed = Richtlinie geändert
activity-delivery-failed = Nachricht nicht zugestellt
activity-outbox-retried = Nachricht erneut versucht
activity-human-check = Captcha nicht bestanden
activity-account-unlocked = Anmeldung entsperrt
activity-alert-raised = Warnung ausgelöst
activity-account-deleted = Konto gelöscht
activity-accounts-imported = Konten importiert
activity-accounts-exported = Konten exportiert
activity-store-backed-up = Speicher gesichert
activity-store-restored = Speicher wiederhergestellt
activity-store-rekeyed = Speicher neu verschlüsselt
activity-password-changed = Kennwort geändert
activity-method-changed = Methode geändert
activity-methods-confirmed = Methoden bestätigt
activity-preferred-method = Bevorzugte Methode gewählt
activity-request-sent = Anfrage oder Anruf gesendet
activity-request-answered = Anfrage oder Anruf beantwortet
activity-identity-proved = Identität bestätigt
activity-sign-in-ended = Abgemeldet
activity-registration-required = Erneute Registrierung verlangt
activity-audit-exported = Überwachungsprotokoll exportiert
activity-account-viewed = Konto angesehen
activity-reference-viewed = Referenz nachgeschlagen
activity-caller-asked = Anrufer um Nachweis gebeten
activity-caller-verified = Anrufer überprüft
activity-access-pass-given = Befristeter Zugriffspass vergeben
activity-access-pass-withdrawn = Befristeter Zugriffspass zurückgezogen
activity-console-opened = Konsole geöffnet
activity-policy-confirmed = Einstellungen bestätigt
value-on = Ein
value-off = Aus
value-nothing = nichts
value-comma = { ", " }
setting-sspr-enabled-none = Niemand
setting-sspr-enabled-selected = Ausgewählte
setting-sspr-enabled-all = Alle
setting-captcha-off = Aus
setting-captcha-on = Ein
setting-captcha-remote-only = Nur an Remoteterminals
setting-password-preset-modern = Modern
setting-password-preset-entra = Entra
setting-password-preset-nist-800-63b-4 = NIST SP 800-63B-4
keys-review = Strg-S prüfen und speichern
keys-save = Strg-S speichern
keys-read = Auf/Ab lesen
keys-undo = u letzte Speicherung rückgängig
keys-put-back = Strg-S zurücknehmen
keys-accept = Strg-S übernehmen
keys-new-line = Eingabe neue Zeile
keys-choose-found = Eingabe wählen
keys-choose = Leertaste wählen
keys-filter = / filtern
keys-take = Leertaste anderer Wert
keys-go-on = Eingabe weiter
settings-saved = Gespeichert. Die Kioske richten sich beim nächsten Schritt danach.
settings-unchanged = Es ist nichts geändert.
settings-confirm = Soll festgehalten werden, dass diese Einstellungen durchgesehen wurden und richtig sind? Es bleibt im Protokoll.
settings-confirmed = Festgehalten: Diese Einstellungen sind richtig, wie sie sind.
settings-picked = Hier übernommen, aber noch nicht gespeichert. Strg-S prüft und speichert.
settings-met = Jemand anders hat eine Einstellung geändert, die auch Sie gerade ändern. Bevor etwas gespeichert wird, sehen Sie beides.
settings-read-only = Sie dürfen diese Einstellungen ansehen, aber nicht ändern.
review-title = Vor dem Speichern
review-changes = Was sich ändert
review-nothing = Es ändert sich nichts.
review-will = danach: { $after }
review-people = Wen es betrifft
review-stranded =
    { $count ->
        [0] Niemand verliert die Möglichkeit, sein Kennwort zurückzusetzen.
        [one] 1 Konto kann sein Kennwort jetzt zurücksetzen und danach nicht mehr.
       *[other] { $count } Konten können ihr Kennwort jetzt zurücksetzen und danach nicht mehr.
    }
review-reached =
    { $count ->
        [0] Niemand erhält neu die Möglichkeit, sein Kennwort zurückzusetzen.
        [one] 1 Konto kann sein Kennwort jetzt nicht zurücksetzen und danach schon.
       *[other] { $count } Konten können ihr Kennwort jetzt nicht zurücksetzen und danach schon.
    }
review-more =
    { $count ->
        [one] und 1 weiteres
       *[other] und { $count } weitere
    }
review-advice = Empfehlungen
conflict-title = Von jemand anderem geändert
conflict-text = Es ist noch nichts gespeichert. Jemand anders hat Folgendes geändert, seit Sie das Formular geöffnet haben. Wählen Sie jeweils, ob dessen Wert bleibt oder Ihrer an seine Stelle tritt.
conflict-theirs = Anderer Wert: { $value } (von { $by }, { $at })
conflict-theirs-unknown = Anderer Wert: { $value }
conflict-yours = Ihr Wert: { $value }
conflict-theirs-taken = Die anderen Werte bleiben, Ihre sind verworfen.
undo-title = Letzte Speicherung rückgängig machen
undo-save = Gespeichert von { $by }, { $at }.
undo-changed-since = Sie lässt sich nicht rückgängig machen, weil seither wieder etwas geändert wurde:
undo-done = Rückgängig gemacht: Was vorher galt, gilt wieder.
list-label = Ein Eintrag je Zeile
list-count = { $count } von { $most }
groups-filter = Filtern nach
groups-none = Es gibt keine solche Gruppe.
connectors = Verzeichnisse
connectors-none = Nicht konfiguriert: Die Konfiguration dieses Hosts nennt kein Verzeichnis. Alle Konten sind lokal.
connectors-one = { $name }: Konten von { $domains }
connectors-later = Diese sind konfiguriert, aber diese Version erreicht noch keine Verzeichnisse.
administrators-text = Dies gilt für jedes Konto mit einer Administratorrolle, was auch immer in den anderen Bereichen steht. Es steht fest und lässt sich nicht ändern.
administrators-who = Für wen
administrators-who-value = Konten mit irgendeiner Administratorrolle
administrators-on = Zurücksetzen eingeschaltet
administrators-on-value = Immer, für alle von ihnen
administrators-never = Nie verwendet
administrators-still = Was ein Konto sonst am Zurücksetzen hindert, gilt auch für Administratoren: ein deaktiviertes Konto, eine Blockierung nach zu vielen fehlgeschlagenen Nachweisen, eine Lizenz, die es nicht erlaubt.
help-settings = Strg-S zeigt, was Ihre Änderungen bewirken, und speichert sie dort.
help-properties = Für wen das Zurücksetzen eingeschaltet ist, wie mit Fremden umgegangen wird, der Name der Organisation und ihre Lizenzen. Bei ausgewählten Gruppen zählen auch Mitglieder verschachtelter Gruppen; eine ausgeschlossene Gruppe geht vor. Die Eingabetaste öffnet die Liste der Gruppen. Strg-S zeigt vor dem Speichern, was Ihre Änderungen bewirken; u macht die letzte Speicherung rückgängig.
help-methods = Welche Methoden erlaubt sind, wie viele davon nötig sind und wie viel gesendet werden darf. Die Leertaste schaltet eine Methode ein oder aus. Die Eingabetaste öffnet eine Liste. Strg-S zeigt, wer sein Kennwort nicht mehr zurücksetzen könnte, und speichert dort; u macht die letzte Speicherung rückgängig.
help-registration = Ob bei der Anmeldung Methoden registriert werden und nach wie vielen Tagen sie erneut durchzusehen sind. Strg-S prüft und speichert; u macht die letzte Speicherung rückgängig.
help-notifications = Wer von einer Zurücksetzung erfährt. Strg-S prüft und speichert; u macht die letzte Speicherung rückgängig.
help-on-premises = Ob Kennwörter in Verzeichnisse zurückgeschrieben werden, ob sich ein gesperrtes Konto ohne neues Kennwort entsperren lässt und welche Verzeichnisse dieser Host kennt. Strg-S prüft und speichert; u macht die letzte Speicherung rückgängig.
help-passwords = Die Regeln für neue Kennwörter, die eigenen gesperrten Wörter der Organisation und was nach Fehlversuchen geschieht. Die Eingabetaste öffnet die Liste der Wörter. Die Vorlagen bestimmen die Mindestlänge, solange Sie keine angeben. Strg-S prüft und speichert; u macht die letzte Speicherung rückgängig.
help-administrators = Die Regeln für das Zurücksetzen durch Administratoren selbst. Sie stehen fest, damit niemand sie schwächen kann.
help-review = Lesen Sie, was sich ändert, wen es betrifft und was geraten wird. Strg-S speichert alles; Esc führt zurück zum Formular, in dem alles noch steht, was Sie eingetragen haben.
help-conflict = Zwei Administratoren haben dieselben Einstellungen geändert. Auf und Ab wählen eine Einstellung, die Leertaste nimmt den anderen Wert, die Eingabetaste führt weiter zur Durchsicht dessen, was von Ihren Änderungen bleibt. Esc führt zurück, ohne zu speichern.
help-undo = Dies hat die letzte Speicherung der Richtlinie geändert, und dies würde zurückgenommen. Strg-S nimmt es zurück. Was seither jemand geändert hat, wird nicht stillschweigend überschrieben.
help-list = Geben oder fügen Sie einen Eintrag je Zeile ein. Die Eingabetaste beginnt eine neue Zeile; die Rücktaste entfernt eine leere. Strg-S übernimmt die Liste ins Formular; gespeichert wird sie mit allem anderen dort.
help-choose-groups = Die Leertaste wählt eine Gruppe aus oder ab; / zeigt nur Gruppen mit bestimmten Buchstaben im Namen. Strg-S übernimmt die Auswahl ins Formular; gespeichert wird sie mit allem anderen dort.

### Ein Logo aus einem Bild

refusal-picture-none = Hier gibt es kein lesbares PNG-Bild. Geben Sie den Pfad eines Bildes auf diesem Host an.
refusal-picture-long = Das Bild ist größer als { $kib } KiB. Speichern Sie es kleiner.
refusal-picture-large = Das Bild hat { $wide } × { $high } Bildpunkte. Höchstens { $most } × { $most } sind möglich.
refusal-picture-damaged = Das Bild ist beschädigt oder unvollständig. Speichern Sie es erneut.
refusal-picture-blank = In dem Bild hebt sich nichts vom Hintergrund ab. Nehmen Sie eines mit mehr Kontrast.

### Anpassung: was Besucher von der Organisation sehen

custom-text = Text auf dem Startbildschirm: { $language }
custom-picture = Logo aus einem Bild
    .advice = Der Pfad einer PNG-Datei auf diesem Host. Die Eingabetaste zeichnet sie oben als Logo.
custom-keys-picture = Eingabe Bild lesen
custom-keys-preview = Strg-R Vorschau
custom-keys-scroll = Pfeile blättern
custom-keys-language = l Sprache
custom-keys-look = c Farben, g Zeichen
custom-picture-taken = Das Bild ist als Logo gezeichnet. Es ist noch nicht gespeichert.
custom-preview-default = Vorschau: { $language }
custom-preview-high = Vorschau: { $language }, hoher Kontrast
custom-preview-mono = Vorschau: { $language }, ohne Farben
setting-branding-accent-blue = Blau
setting-branding-accent-cyan = Cyan
setting-branding-accent-green = Grün
setting-branding-accent-magenta = Magenta
setting-branding-accent-red = Rot
setting-branding-accent-yellow = Gelb
help-customization = Was Sie hier eingeben, sehen Sie sofort in der Vorschau: den Startbildschirm des Kiosks, wie Besucher ihn sehen werden, so weit der Platz reicht; beim Helpdesk den Bildschirm, der jemanden abweist. Strg-R führt in die Vorschau und zurück: Dort blättern die Pfeiltasten, l wechselt die Sprache, c die Farben, und g zeigt sie wie ein Terminal, das nur ASCII kennt. Ein Logo ist Text mit höchstens 60 Spalten und 6 Zeilen; eine PNG-Datei auf diesem Host wird als solcher gezeichnet. Für jede Sprache gibt es einen eigenen Text; eine Sprache ohne Text zeigt keinen. Strg-S zeigt, was Ihre Änderungen bewirken, und speichert sie dort; u macht die letzte Speicherung rückgängig.

# Die Konsole selbst

refusal-signed-out = Ihre Anmeldung ist beendet: Sie hat zu lange gedauert, oder Ihr Kennwort oder Ihre Rollen wurden geändert. Melden Sie sich neu an.
refusal-read-only = Diese Konsole ist schreibgeschützt. Öffnen Sie sie ohne Schreibschutz, um etwas zu ändern.

# Ein zweiter Faktor, der noch einmal verlangt wird, und eine gesperrte oder beendete Konsole

console-proof = Bestätigen Sie, dass Sie es sind
console-proof-text = Dafür wird Ihr zweiter Faktor jetzt noch einmal gebraucht. Was Sie eingegeben haben, bleibt erhalten.
console-not-proved = Es wurde nichts ausgeführt, weil Ihr zweiter Faktor nicht angegeben wurde.
console-no-proof = Ihr zweiter Faktor kann gerade nicht abgefragt werden, deshalb wurde nichts ausgeführt. Versuchen Sie es in einigen Minuten noch einmal.
console-locked = Die Konsole ist gesperrt
console-locked-text = Hier war eine Weile niemand. Drücken Sie eine Taste und geben Sie Ihren zweiten Faktor an, um dort weiterzuarbeiten, wo Sie waren.
console-over = Sie sind abgemeldet
# $reference (text): leads to the record in the log
console-fault = Im Programm ist ein Fehler aufgetreten. Gespeichertes ist nicht verloren; was Sie zuletzt geöffnet haben, müssen Sie vielleicht noch einmal öffnen. Referenz: { $reference }

# Übersicht

keys-outbox = o Postausgang
keys-count-again = r neu zählen
help-overview = Der Stand der Dinge auf einen Blick: für wen die Zurücksetzung eingeschaltet ist, für wie viele Konten sie gilt, wie viele davon genügend Methoden haben und wie viele sich jetzt zurücksetzen könnten; ob Nachrichten hinausgehen und Agents arbeiten; die Warnungen des letzten Tages. Was jemand ansehen sollte, steht zuerst. o zeigt Nachrichten, die noch nicht hinausgegangen sind, r zählt die Konten neu. h öffnet den Helpdesk, wo eine Referenz oder ein Anrufer nachgeschlagen wird.
overview-reset = Kennwortzurücksetzung
overview-reset-off = ausgeschaltet, außer für Administratoren
# $groups (text): the names of the selected groups, separated by commas
overview-reset-selected = für ausgewählte Gruppen: { $groups }
overview-reset-all = für alle
overview-people = Konten
overview-enabled = Zurücksetzung gilt für
overview-registered = Mit genügend Methoden
overview-capable = Können jetzt zurücksetzen
# $count (number): how many accounts
overview-count = { $count }
# $count (number): how many accounts were counted so far
overview-count-so-far = bisher { $count } …
overview-outbox = Postausgang
# $waiting (number): messages that wait; $refused (number): messages that failed and can be tried again
overview-waiting = { $waiting } wartend, { $refused } fehlgeschlagen
overview-agents = Agenten
# $host (text): the agent's host; $seen (moment): when it was last heard from
overview-agent = { $host }, zuletzt gemeldet { $seen }
overview-no-agent = noch nie war einer tätig
overview-alerts = Warnungen, letzter Tag
overview-no-alert = keine
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-names = { $at }: an { $place } wurden viele verschiedene Konten genannt
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-failures = { $at }: an { $place } schlugen viele Nachweise fehl
# $place (text): unused; $at (moment): when
overview-alert-store-failures = { $at }: über alle Terminals schlugen viele Nachweise fehl
# $place (text): unused; $at (moment): when
overview-alert-sms-budget = { $at }: die SMS des Tages waren aufgebraucht
# $place (text): unused; $at (moment): when
overview-alert-call-budget = { $at }: die Anrufe des Tages waren aufgebraucht
overview-finding-methods = Die Richtlinie verlangt mehr Methoden, als sie zulässt; niemand kann sein Kennwort zurücksetzen. Siehe Anmeldemethoden.
overview-finding-agent = Seit fünf Minuten hat sich kein Agent gemeldet, daher warten Nachrichten. Ein Kiosk oder ein laufender Agent stellt sie zu.
# $seconds (number): by how many seconds
overview-finding-clock = Die Uhr dieses Hosts geht { $seconds } s gegenüber dem Speicher nach: Begrenzungen enden später, und Codes der Authenticator-App können scheitern. Stellen Sie sie nach einem Zeitserver.
# $count (number): how many messages
overview-finding-late =
    { $count ->
        [one] Eine Nachricht wartet seit mehr als zehn Minuten. Siehe Postausgang.
       *[other] { $count } Nachrichten warten seit mehr als zehn Minuten. Siehe Postausgang.
    }
overview-finding-nobody = Die Zurücksetzung ist eingeschaltet, aber kein Konto könnte jetzt sein Kennwort zurücksetzen. Die Seite eines Benutzers sagt jeweils, warum.
overview-finding-one-gate = Eine Methode genügt für die Zurücksetzung. Zwei schützen ein Konto auch dann, wenn eine in falsche Hände gerät.

# Der Ausgang

keys-retry = Eingabe erneut versuchen
help-outbox = Nachrichten, die noch hinausgehen müssen, und fehlgeschlagene, die erneut versucht werden können, die neuesten zuerst. Darunter steht, was bei der gewählten zuletzt schiefging. Die Eingabetaste oder r versucht sie sofort erneut.
outbox-title = Postausgang
outbox-empty = Nichts wartet, und nichts Fehlgeschlagenes kann erneut versucht werden.
outbox-id = Nr.
outbox-state = Zustand
outbox-waiting = wartet
outbox-failed = Fehler
outbox-kind = Was
outbox-kind-code = Code
outbox-kind-request = Anfrage
outbox-kind-call = Anruf
outbox-kind-alert = Warnung
outbox-kind-notice = Mitteilung
outbox-channel = Per
outbox-channel-mail = E-Mail
outbox-channel-sms = SMS
outbox-channel-voice = Telefon
outbox-channel-push = App
outbox-tried = Mal
outbox-created = Seit
# $at (moment): when it was put there
outbox-moment = { $at }
# $error (text): what went wrong, in English
outbox-error = Was zuletzt schiefging: { $error }
# $id (text): the message's number
outbox-retried = Nachricht { $id } wird jetzt erneut versucht.
