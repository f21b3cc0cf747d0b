# What a locked-out person reads on the screen, full-screen or in plain mode.

# Text that was written elsewhere (by the organisation) and is shown as it is.
# $text (text): that text
verbatim = { $text }

## The first screen

welcome-title = Sie können nicht auf Ihr Konto zugreifen?
welcome-choice-forgot = Ich habe mein Kennwort vergessen
    .detail = Identität bestätigen und ein neues Kennwort wählen

## Who are you?

who-title = Zugriff auf Ihr Konto wiederherstellen
who-text = Geben Sie die Benutzer-ID ein, mit der Sie sich anmelden, zum Beispiel name@organisation.example. Eine registrierte E-Mail-Adresse geht auch.
field-user-id = Benutzer-ID
error-empty-user-id = Geben Sie Ihre Benutzer-ID ein.

## Verification

# $step (number): 1 for the first method asked for, 2 for the second
verify-title = Überprüfungsschritt { $step }
verify-choose = Wie möchten Sie Ihre Identität bestätigen?

# The name of each authentication method; .choice offers it in the wizard
method-app-notification = App-Benachrichtigung
    .choice = Anfrage auf meinem Smartphone beantworten
method-app-code = Authenticator-Code
    .choice = Code aus meiner Authenticator-App eingeben
# $address (text): where the code goes, mostly hidden
method-email = E-Mail
    .choice = Code an { $address } senden
# $address (text): the number, mostly hidden
method-mobile-phone = Mobiltelefon
    .choice = Code per SMS an { $address } senden
    .call = Mein Mobiltelefon { $address } anrufen
# $address (text): the number, mostly hidden
method-office-phone = Bürotelefon
    .choice = Mein Bürotelefon { $address } anrufen
method-security-questions = Sicherheitsfragen
    .choice = Meine Sicherheitsfragen beantworten

# $address (text): where the code went, mostly hidden; $minutes (number): how long it is good
code-text-email =
    { $minutes ->
        [one] Ein Code ist an { $address } unterwegs. Er ist { $minutes } Minute gültig. Sehen Sie auch im Spamordner nach.
       *[other] Ein Code ist an { $address } unterwegs. Er ist { $minutes } Minuten gültig. Sehen Sie auch im Spamordner nach.
    }
code-text-app-code = Öffnen Sie die Authenticator-App auf Ihrem Smartphone und geben Sie den Code ein, den sie für dieses Konto anzeigt.
code-text-hidden = Solange niemand tippt, sind die Angaben verborgen. Drücken Sie eine beliebige Taste, um sie anzuzeigen.
field-code = Code
notice-sent-again = Ein neuer Code ist unterwegs. Frühere Codes gelten nicht mehr.
error-empty-code = Geben Sie den Code ein.
# $digits (number): how many digits a code has
error-malformed-code =
    { $digits ->
        [one] Ein Code besteht aus genau { $digits } Ziffer. Das wurde nicht als Versuch gezählt.
       *[other] Ein Code besteht aus genau { $digits } Ziffern. Das wurde nicht als Versuch gezählt.
    }
# $left (number): how many tries are left
error-wrong-code =
    { $left ->
        [one] Das ist nicht der richtige Code. Sie haben noch { $left } Versuch.
       *[other] Das ist nicht der richtige Code. Sie haben noch { $left } Versuche.
    }
error-too-late = Dieser Code ist nicht mehr gültig. Lassen Sie sich einen neuen senden oder wählen Sie eine andere Methode.
error-method-used-up = Diese Methode kann hier nicht mehr verwendet werden. Wählen Sie eine andere.

## The new password

password-title = Wählen Sie ein neues Kennwort
field-new-password = Neues Kennwort
field-confirm-password = Neues Kennwort wiederholen
# $count (number): characters
rule-min-length =
    { $count ->
        [one] Mindestens { $count } Zeichen
       *[other] Mindestens { $count } Zeichen
    }
# $count (number): characters
rule-max-length =
    { $count ->
        [one] Höchstens { $count } Zeichen
       *[other] Höchstens { $count } Zeichen
    }
rule-classes = Mindestens drei von: Kleinbuchstaben, Großbuchstaben, Ziffern, andere Zeichen
rule-personal = Kein Teil Ihres Namens oder des Namens der Organisation
# $count (number): passwords
rule-history =
    { $count ->
        [one] Nicht Ihr aktuelles Kennwort
       *[other] Keines Ihrer letzten { $count } Kennwörter (wird am Ende geprüft)
    }
rule-confirm = Beide Eingaben stimmen überein
error-empty-password = Geben Sie ein neues Kennwort ein.
error-password-rules = Dieses Kennwort verstößt gegen eine der Regeln unten. Wählen Sie ein anderes.
error-password-mismatch = Die beiden Eingaben stimmen nicht überein.

## The end

done-title = Ihr Kennwort wurde zurückgesetzt
done-text-changed = Ihr neues Kennwort gilt ab sofort. Das alte gilt nicht mehr.
done-text-devices = Ändern Sie es auch überall dort, wo das alte gespeichert ist, zum Beispiel auf dem Smartphone, dem Laptop oder im E-Mail-Programm.
done-text-notice = Eine Benachrichtigung über diese Änderung ist an Ihre E-Mail-Adressen unterwegs.
# $seconds (number): until the first screen returns
done-returning =
    { $seconds ->
        [one] In { $seconds } Sekunde erscheint wieder der Startbildschirm.
       *[other] In { $seconds } Sekunden erscheint wieder der Startbildschirm.
    }

refused-title = Zurücksetzen ist hier nicht möglich
refused-text = Das Kennwort dieses Kontos kann hier nicht zurückgesetzt werden.
refused-ask-administrator = Bitten Sie Ihren Administrator um Hilfe.
# $contact (text): web address, e-mail address or telephone number of the help desk
refused-contact = Helpdesk: { $contact }
# $reference (text): a short code of letters and digits
refused-reference = Nennen Sie bei Rückfragen diese Referenz: { $reference }

# Why, shown only where the organisation wants it. $code (text): like SSPR_0040
reason-unknown = Dieses Konto gibt es nicht ({ $code }).
reason-disabled = Das Konto ist deaktiviert ({ $code }).
reason-blocked = Zu viele Versuche: Das Konto ist hier vorübergehend blockiert ({ $code }).
reason-off = Die Kennwortzurücksetzung ist ausgeschaltet ({ $code }).
reason-unlicensed = Das Konto hat hierfür keine Lizenz ({ $code }).
reason-not-selected = Das Konto gehört nicht zu denen, die für die Kennwortzurücksetzung ausgewählt sind ({ $code }).
reason-no-method = Das Konto hat keine Methode, die hier verwendet werden kann ({ $code }).
reason-too-few-methods = Das Konto hat zu wenige Methoden, um Ihre Identität zu bestätigen ({ $code }).
reason-no-writeback = In das Verzeichnis des Kontos kann von hier aus nicht geschrieben werden ({ $code }).
reason-directory-refused = Das Verzeichnis des Kontos hat die Änderung abgelehnt ({ $code }).
reason-no-agent = Das Verzeichnis des Kontos ist zurzeit nicht erreichbar ({ $code }).

ended-title = Bitte beginnen Sie von vorn
ended-too-late = Das hat zu lange gedauert oder wurde an anderer Stelle abgeschlossen. Von hier aus wurde nichts geändert.
ended-fault = Hier funktioniert etwas nicht. Versuchen Sie es in einigen Minuten noch einmal.

## Language and help

language-title = Wählen Sie Ihre Sprache
# Each language's own name, the same in every locale
language-en = English
language-de = Deutsch
language-fr = Français
language-es = Español
language-ja = 日本語

help-title = Hilfe
help-welcome = Wählen Sie aus, was Sie brauchen. Sie werden gefragt, wer Sie sind, bestätigen Ihre Identität und wählen dann ein neues Kennwort.
help-who = Die Benutzer-ID ist der Name, den Sie beim Anmelden eingeben. Wenn Sie sie nicht kennen, fragen Sie Ihren Administrator oder den Helpdesk.
help-choose = Wählen Sie eine Methode, die Ihnen jetzt zur Verfügung steht. Jede kann nur einmal verwendet werden.
help-code-sent = Ihnen wurde ein Code gesendet. Geben Sie ihn hier ein. Wenn er nicht innerhalb einer Minute ankommt, lassen Sie sich einen neuen senden oder wählen Sie eine andere Methode.
help-code-app = Die Authenticator-App zeigt einen sechsstelligen Code an, der sich alle 30 Sekunden ändert. Geben Sie den Code ein, den sie gerade anzeigt.
help-password = Geben Sie das neue Kennwort zweimal ein. Gut ist ein langes aus mehreren Wörtern. Die Liste zeigt, welche Regeln es erfüllt.
help-done = Alles ist erledigt. Sie können nun gehen.
help-refused = Es wurde nichts geändert. Nennen Sie dem Helpdesk die Referenz, dann findet er den Grund.
help-ended = Beginnen Sie noch einmal auf dem Startbildschirm. Wenn es wieder geschieht, fragen Sie Ihren Administrator oder den Helpdesk.
help-keys = Mit Tab und den Pfeiltasten bewegen Sie sich, mit Eingabe geht es weiter, mit Esc zurück. Strg-X bricht ab und löscht alles, was Sie eingegeben haben.

## Actions

action-next = Weiter
action-resend = Neuen Code senden
action-other-method = Andere Methode
action-reveal = Anzeigen/Verbergen
action-back = Zurück
action-cancel = Abbrechen
action-close = Schließen

## Around every screen

# $seconds (number): how long until everything typed is wiped
kiosk-wipe-in =
    { $seconds ->
        [one] Alle Eingaben werden in { $seconds } Sekunde gelöscht. Drücken Sie eine beliebige Taste, um das zu verhindern.
       *[other] Alle Eingaben werden in { $seconds } Sekunden gelöscht. Drücken Sie eine beliebige Taste, um das zu verhindern.
    }
# $step (number): the step the person is at; $total (number): how many there are
kiosk-progress = Schritt { $step } von { $total }
kiosk-working = Bitte warten …
# After a fault of the program, above the first screen
kiosk-fault = Hier ist etwas schiefgegangen. Bitte beginnen Sie noch einmal.

# The key bar: the key as it is written on the keyboard, then what it does, as short as can be
keys-choose = 1–9 wählen
keys-enter = Eingabe weiter
keys-move = Tab wechseln
keys-back = Esc zurück
keys-reveal = Strg-R anzeigen
keys-cancel = Strg-X abbrechen
keys-help = F1 Hilfe
keys-language = F2 Sprache
keys-contrast = F3 Kontrast
keys-plain = F4 nur Text
keys-phone = F6 Smartphone

## Plain mode

plain-keys = Geben Sie eine Nummer oder einen Wert ein. Mit b gehen Sie zurück, mit x brechen Sie ab und löschen Ihre Eingaben, mit l wählen Sie die Sprache, mit ? erhalten Sie Hilfe.
plain-not-a-choice = Das steht nicht zur Auswahl.
plain-wiped = Alle Eingaben wurden gelöscht.
plain-secret = Was Sie hier eingeben, wird nicht angezeigt.
plain-link = Dasselbe als Link:
plain-bye = Auf Wiedersehen.

## The phone beside the kiosk, in the demo; columns are narrow

phone-title = Smartphone (F6)
# While the keys go to the phone
phone-title-focused = Smartphone: aktiv (F6)
phone-codes = Authenticator
# $seconds (number): how long the code counts; as short as can be
phone-seconds-left = { $seconds } s
# $unread (number): how many messages nobody opened
phone-messages =
    { $unread ->
        [0] Nachrichten
        [one] Nachrichten ({ $unread } neu)
       *[other] Nachrichten ({ $unread } neu)
    }
phone-unread = neu
phone-empty = Noch keine Nachrichten.
# $from (text): the sender
phone-from = Von: { $from }
# What the demo's first screen says. $account (text): the user ID to try; $password (text): her password
demo-hint = Demo: Sie sind Mia Steele. Ihre Benutzer-ID ist { $account }. Ihr Kennwort ist „{ $password }“. Ihr Smartphone sehen Sie rechts, in einem schmalen Fenster mit F6. Strg-X auf diesem Bildschirm beendet die Demo.

## Security questions

questions-text = Beantworten Sie alle Fragen so wie bei der Einrichtung. Groß- und Kleinschreibung und zusätzliche Leerzeichen spielen keine Rolle.
error-empty-answer = Beantworten Sie alle Fragen.
# $left (number): how many tries are left
error-wrong-answers =
    { $left ->
        [one] Nicht alle Antworten sind richtig. Welche falsch ist, wird nicht verraten. Sie haben noch { $left } Versuch.
       *[other] Nicht alle Antworten sind richtig. Welche falsch ist, wird nicht verraten. Sie haben noch { $left } Versuche.
    }
error-questions-changed = Inzwischen werden andere Fragen gestellt. Das wurde nicht als Versuch gezählt. Wählen Sie noch einmal eine Methode.
help-questions = Geben Sie die Antworten ein, die für Ihr Konto hinterlegt sind. Alle Antworten werden zusammen geprüft. Mit Strg-R wird Ihre Eingabe fünf Sekunden lang angezeigt. Wenn Sie die Antworten nicht mehr wissen, wählen Sie eine andere Methode.

# The predefined questions. Each wording asks for the same as the English one, because an answer is
# registered in one language and may be asked for in another; never change what is asked.
question-first-concert = Welche Band oder welchen Künstler haben Sie bei Ihrem ersten Konzert gehört?
question-first-record = Welche Schallplatte, Kassette oder CD haben Sie als erste selbst gekauft?
question-first-film = Welchen Film haben Sie bei Ihrem ersten Kinobesuch gesehen?
question-first-play = Welches Stück haben Sie bei Ihrem ersten Theaterbesuch gesehen?
question-first-book = Welches Buch haben Sie als erstes an einem einzigen Tag ausgelesen?
question-bedtime-song = Welches Lied wurde Ihnen als kleines Kind vor dem Einschlafen vorgesungen?
question-school-poem = Welches Gedicht mussten Sie in der Schule auswendig lernen?
question-first-piece = Welches Musikstück konnten Sie als erstes auf einem Instrument spielen?
question-stuffed-animal = Wie hieß das Kuscheltier oder die Puppe, die Sie als Kind am liebsten hatten?
question-neighbours-pet = Wie hieß ein Hund oder eine Katze aus der Nachbarschaft Ihrer Kindheit?
question-primary-teacher = Wie hieß Ihre liebste Lehrkraft in der Grundschule (Vor- und Nachname)?
question-feared-teacher = Vor welcher Lehrkraft hatten Sie in der Schule am meisten Angst (Vor- und Nachname)?
question-first-desk-mate = Welches Kind saß in Ihrem ersten Schuljahr neben Ihnen (Vor- und Nachname)?
question-first-crush = In wen waren Sie zum ersten Mal verliebt (Vor- und Nachname)?
question-first-boss = Wie hieß die erste Person, die Ihnen vorgesetzt war (Vor- und Nachname)?
question-first-workplace = Wie hieß der Betrieb, in dem Sie Ihr erstes Geld verdient haben?
question-driving-teacher = Wer hat Ihnen das Autofahren beigebracht (Vor- und Nachname)?
question-childhood-doctor = Zu welcher Ärztin oder welchem Arzt gingen Sie als Kind (Vor- und Nachname)?
question-childhood-neighbour = Wer wohnte in Ihrer Kindheit nebenan (Vor- und Nachname)?
question-sweet-shop = Wie hieß das Geschäft, in dem Sie als Kind Süßigkeiten gekauft haben?
question-grandparents-street = Wie hieß die Straße, in der Ihre Großeltern wohnten?
question-grandmother-birthplace = In welchem Ort ist Ihre Großmutter mütterlicherseits aufgewachsen?
question-hiding-place = Was war als Kind Ihr liebstes Versteck?
question-lost-thing = Was haben Sie als Kind verloren und nie wiedergefunden?
question-broken-thing = Welchen Gegenstand, an dem jemand anderes hing, haben Sie einmal zerbrochen?
question-disliked-dish = Welches Gericht wollten Sie als Kind nie essen?
question-first-dish = Welches Gericht haben Sie als erstes allein gekocht?
question-childhood-present = An welches Geschenk aus Ihrer Kindheit erinnern Sie sich am besten?
question-first-phone = Welche Marke und welches Modell war Ihr erstes Mobiltelefon?
question-first-bicycle = Welche Marke und welche Farbe hatte Ihr erstes Fahrrad?
question-first-game = Welches Computerspiel haben Sie als erstes bis zum Ende gespielt?
question-first-phone-number = Wie lauten die letzten fünf Ziffern der ersten Telefonnummer, die Sie auswendig kannten?
question-first-mountain = Welchen Berg oder Hügel haben Sie als ersten bestiegen?
question-school-trip = Wohin führte Sie Ihr erster Schulausflug?
question-first-club = Wie hieß der Verein oder die Mannschaft, in der Sie zuerst Mitglied waren?

## The number, before a code goes to a phone

# $number (text): the number we have, mostly hidden
number-text = Uns liegt eine Mobilnummer vor, die so endet: { $number }. Geben Sie die ganze Nummer ein, mit Landesvorwahl oder so, wie Sie sie im Inland wählen. Wenn es die hinterlegte Nummer ist, wird ein Code per SMS dorthin gesendet.
field-number = Mobilnummer
error-empty-number = Geben Sie die Nummer ein.
error-malformed-number = Das ist keine vollständige Telefonnummer. Das wurde nicht als Versuch gezählt.
# $left (number): how many tries are left
error-wrong-number =
    { $left ->
        [one] Das ist nicht die hinterlegte Nummer. Sie haben noch { $left } Versuch.
       *[other] Das ist nicht die hinterlegte Nummer. Sie haben noch { $left } Versuche.
    }
error-method-not-now = Diese Methode kann im Moment nicht verwendet werden. Wählen Sie eine andere.
# $address (text): the number, mostly hidden; $minutes (number): how long the code is valid
code-text-mobile-phone =
    { $minutes ->
        [one] Ein Code ist per SMS an { $address } unterwegs. Er ist { $minutes } Minute gültig.
       *[other] Ein Code ist per SMS an { $address } unterwegs. Er ist { $minutes } Minuten gültig.
    }
help-number = Geben Sie die Mobilnummer, die Ihrer Organisation bekannt ist, vollständig ein. Leerzeichen, Bindestriche und Klammern stören nicht. Wenn Sie dieses Telefon nicht mehr haben, wählen Sie eine andere Methode.

# In the demo, on the phone. $number (text): its own number
phone-number = Nummer: { $number }

## The human check, on and after the screen of the user ID

welcome-choice-locked = Mein Konto ist gesperrt
    .detail = Identität bestätigen und das Konto entsperren
human-title = Bestätigen Sie, dass Sie ein Mensch sind
human-code-text = Geben Sie außerdem die fünf unten gezeichneten Buchstaben und Ziffern ein. Sind sie schlecht lesbar, wählen Sie stattdessen die Wartezeit; das genügt ebenso.
field-human-code = Buchstaben und Ziffern in der Zeichnung
human-error-empty = Geben Sie ein, was gezeichnet ist, oder wählen Sie die Wartezeit.
human-error-asked = Geben Sie außerdem ein, was unten gezeichnet ist, oder wählen Sie die Wartezeit.
human-error-wrong = Das war nicht, was gezeichnet war. Hier ist eine neue Zeichnung.
human-error-over = Diese Zeichnung ist nicht mehr gültig. Hier ist eine neue.
human-error-wait-over = Diese Wartezeit ist nicht mehr gültig. Bitte warten Sie noch einmal.
# $minutes (number): until the next wait can begin
human-error-waits-used-up =
    { $minutes ->
        [one] Von hier aus wurde zu oft gewartet. Die nächste Wartezeit kann in { $minutes } Minute beginnen.
       *[other] Von hier aus wurde zu oft gewartet. Die nächste Wartezeit kann in { $minutes } Minuten beginnen.
    }
human-wait-text = Eine kurze Wartezeit zeigt, dass hier kein Programm am Werk ist. Mehr wird dafür nicht von Ihnen verlangt.
# $seconds (number): how long the wait takes
human-wait-choice =
    { $seconds ->
        [one] { $seconds } Sekunde warten
       *[other] { $seconds } Sekunden warten
    }
# $seconds (number): how long the wait still takes
human-waiting =
    { $seconds ->
        [one] Bitte warten Sie { $seconds } Sekunde. Danach geht es von selbst weiter.
       *[other] Bitte warten Sie { $seconds } Sekunden. Danach geht es von selbst weiter.
    }
action-wait = Stattdessen 20 Sekunden warten
help-human = Die kurze Wartezeit verhindert, dass Programme ein Konto nach dem anderen ausprobieren. Warten Sie, bis sie vorüber ist; danach geht es von selbst weiter.

## Unlock or reset?

unlock-title = Entsperren oder zurücksetzen?
unlock-text = Ihr Konto ist gesperrt, weil zu oft ein falsches Kennwort eingegeben wurde.
unlock-choice-unlock = Konto entsperren und Kennwort behalten
    .detail = Wenn Sie Ihr Kennwort kennen
unlock-choice-reset = Neues Kennwort wählen
    .detail = Das Konto wird damit auch entsperrt
unlock-title-not-locked = Ihr Konto ist hier nicht gesperrt
unlock-text-not-locked = Sie können sich mit Ihrem Kennwort anmelden. Wenn es nicht angenommen wird, wählen Sie ein neues.
password-text-unlocks = Ihr Konto ist gesperrt. Mit dem neuen Kennwort wird es auch entsperrt.
done-title-unlocked = Ihr Konto wurde entsperrt
done-text-unlocked = Sie können sich wieder anmelden. Ihr Kennwort wurde nicht geändert.
done-text-unlocked-too = Ihr Konto ist damit auch entsperrt.
help-unlock = Nach dem Entsperren können Sie sich wieder mit Ihrem Kennwort anmelden. Wenn Sie es nicht mehr wissen, wählen Sie ein neues.

## Too many tries from one terminal, or everywhere

slow-title = Zu viele Versuche
# $minutes (number): until the next try
slow-text =
    { $minutes ->
        [one] Von hier aus gab es zu viele Versuche, ganz gleich von wem. Bitte beginnen Sie in { $minutes } Minute noch einmal.
       *[other] Von hier aus gab es zu viele Versuche, ganz gleich von wem. Bitte beginnen Sie in { $minutes } Minuten noch einmal.
    }
help-slow = Es wurde nichts geändert, und über Ihr Konto sagt das nichts aus. Kommen Sie später wieder oder wenden Sie sich an den Helpdesk.

## The new password: banned words, breaches, strength

rule-banned = Nicht nur häufige oder gesperrte Wörter
rule-breached = Nicht aus einem Datenleck bekannt (wird am Ende geprüft)
# How strong the new password is, beside a bar that shows the same
strength-too-weak = Stärke: zu schwach
strength-weak = Stärke: schwach
strength-fair = Stärke: mittel
strength-good = Stärke: gut
strength-strong = Stärke: sehr gut

## The keyboard

# Below a password that is typed while Caps Lock is known to be on
field-caps-lock = Die Feststelltaste ist aktiviert.

## Policy changed on the way

error-gate-missing = Inzwischen wird ein weiterer Nachweis verlangt. Wählen Sie eine Methode.

## Was aus dem Gesendeten wurde

notice-not-sent-yet = Die Nachricht konnte noch nicht gesendet werden, der Versand wird wiederholt. Sie können inzwischen eine andere Methode wählen.
error-not-delivered = Die Nachricht konnte nicht zugestellt werden. Wählen Sie eine andere Methode.
ended-denied = Die Anfrage wurde auf dem Smartphone abgelehnt. Von hier aus wurde nichts geändert. Die Inhaberin oder der Inhaber des Kontos und die Administratoren werden benachrichtigt. Wenn Sie das versehentlich waren, beginnen Sie bitte von vorn.

## Anmelden

welcome-choice-sign-in = Mein Kennwort oder meine Sicherheitsinfos ändern
    .detail = Mit Ihrem Kennwort anmelden
sign-in-title = Anmelden
sign-in-text = Geben Sie Ihre Benutzer-ID und Ihr Kennwort ein, so wie Sie sich auch sonst anmelden.
# $user (text): the user ID of whoever is logged in on this computer
sign-in-text-known = Sie sind { $user }. Geben Sie Ihr Kennwort ein, um fortzufahren.
field-password = Kennwort
error-empty-current-password = Geben Sie Ihr Kennwort ein.
error-sign-in-wrong = Die Benutzer-ID oder das Kennwort ist nicht richtig.
# $minutes (number): until the next try
error-sign-in-locked =
    { $minutes ->
        [one] Zu viele falsche Kennwörter. Versuchen Sie es in { $minutes } Minute noch einmal. Wenn Sie Ihr Kennwort vergessen haben, setzen Sie es zurück.
       *[other] Zu viele falsche Kennwörter. Versuchen Sie es in { $minutes } Minuten noch einmal. Wenn Sie Ihr Kennwort vergessen haben, setzen Sie es zurück.
    }
help-sign-in = Gemeint ist das Kennwort, das Sie jetzt haben, auch ein temporäres, das Ihnen jemand gegeben hat. Wenn Sie es nicht wissen, gehen Sie zurück und wählen Sie „Ich habe mein Kennwort vergessen“.
refused-title-sign-in = Anmelden ist hier nicht möglich
refused-text-sign-in = Sie können sich hier im Moment nicht anmelden.
gate-title-sign-in = Bestätigen Sie Ihre Identität
gate-text-sign-in = Das Kennwort war richtig. Wie möchten Sie Ihre Identität bestätigen?
gate-title-change = Bestätigen Sie Ihre Identität noch einmal
gate-text-change = Bevor Ihre Sicherheitsinfos geändert werden, bestätigen Sie bitte noch einmal Ihre Identität. Wie möchten Sie das tun?
password-again-text = Bevor Ihre Sicherheitsinfos geändert werden, geben Sie bitte noch einmal Ihr Kennwort ein.
error-password-wrong = Das ist nicht Ihr Kennwort.
help-password-again = Sie haben noch keine andere Methode, deshalb wird Ihr Kennwort verlangt. Esc führt zurück, ohne dass etwas geändert wird.

## Angemeldet

menu-title = Ihr Konto
menu-choice-change = Mein Kennwort ändern
    .detail = Ein neues wählen
menu-choice-info = Meine Sicherheitsinfos
    .detail = Ihre Methoden ansehen und ändern
menu-choice-out = Abmelden
    .detail = Zurück zum ersten Bildschirm
help-menu = Wählen Sie, was Sie tun möchten. Melden Sie sich am Ende ab, damit niemand in Ihrem Namen weitermacht.
change-title = Ändern Sie Ihr Kennwort
change-title-due = Sie müssen Ihr Kennwort ändern
change-text-temporary = Ihr Kennwort hat Ihnen jemand anderes gegeben. Wählen Sie eines, das nur Sie kennen.
change-text-expired = Ihr Kennwort ist abgelaufen. Wählen Sie ein neues.
note-password-changed = Ihr Kennwort wurde geändert.
note-password-changed-told = Ihr Kennwort wurde geändert. Eine Benachrichtigung an Ihre E-Mail-Adressen ist unterwegs.
done-title-own = Ihr Kennwort wurde geändert

## Weitere Angaben erforderlich

register-title = Weitere Angaben erforderlich
register-text = Richten Sie Methoden ein, mit denen Sie Ihre Identität bestätigen. So können Sie sich selbst helfen, falls Sie Ihr Kennwort einmal vergessen.
# $have (number): methods that count so far; $required (number): how many are needed
register-progress = Bisher eingerichtet: { $have } von { $required }.
register-not-alone = Was bisher eingerichtet ist, zählt nur zusammen mit einer anderen Methode. Richten Sie noch eine ein.
register-text-nothing = Im Moment kann hier nichts eingerichtet werden. Wenden Sie sich an Ihren Administrator.
# $address (text): an address or a number, mostly hidden
register-choice-confirm = { $address } bestätigen
help-register = Die erste Methode der Liste ist die stärkste, wir empfehlen sie. Telefone und Fragen sind schwächer. Das lässt sich nicht aufschieben; Strg-X bricht ab, und bei der nächsten Anmeldung wird wieder danach gefragt.
ended-signed-out = Ihre Anmeldung ist beendet: Sie hat zu lange gedauert oder wurde an anderer Stelle beendet. Was vorher geändert wurde, bleibt so.
enough-title = Sie haben genügend Methoden eingerichtet
enough-text = Wenn Sie Ihr Kennwort vergessen, können Sie sich jetzt selbst helfen. Richten Sie am besten eine Methode mehr ein, als nötig ist: Das hilft, wenn ein Telefon verloren geht.
enough-choice-on = Weiter
enough-choice-more = Eine weitere Methode hinzufügen
help-enough = Am besten sind zwei Methoden oder mehr. Eine davon sollte eine App sein.
reconfirm-title = Stimmt das noch?
reconfirm-text = Bitte prüfen Sie, womit Sie Ihre Identität bestätigen können:
reconfirm-choice-right = Es stimmt alles
reconfirm-choice-change = Etwas ändern
note-confirmed = Vielen Dank, dass Sie das geprüft haben.
help-reconfirm = Eine Adresse oder Nummer, die Sie nicht mehr haben, würde Sie aussperren, wenn Sie sie brauchen. Ändern Sie jetzt, was nicht mehr stimmt.

## Meine Sicherheitsinfos

info-title = Meine Sicherheitsinfos
info-text = Damit können Sie Ihre Identität bestätigen. Wählen Sie eine Methode, um sie zu ändern.
info-text-empty = Es ist noch nichts eingerichtet. Am besten sind zwei Methoden oder mehr, zuerst eine App.
info-choice-add = Eine Methode hinzufügen
help-info = Was Ihre Organisation angegeben hat, können Sie bestätigen; dann gehört es Ihnen selbst. Bevor etwas geändert wird, bestätigen Sie noch einmal Ihre Identität.
# One line for each method. $address (text): an address or a number, mostly hidden
item-app-notification = App-Benachrichtigung
item-app-code = Authenticator-App
item-email = E-Mail: { $address }
item-mobile-phone = Mobiltelefon: { $address }
item-office-phone = Bürotelefon: { $address }
# $count (number): how many questions are answered
item-security-questions =
    { $count ->
        [one] Sicherheitsfragen: { $count } Antwort
       *[other] Sicherheitsfragen: { $count } Antworten
    }
# $date (date): since when it is registered
item-detail-own = Eingerichtet am { $date }
item-detail-own-first = Wird zuerst angeboten; eingerichtet am { $date }
item-detail-provided = Von Ihrer Organisation angegeben
item-detail-provided-first = Wird zuerst angeboten; von Ihrer Organisation angegeben
item-detail-unusable = Zurzeit nicht verwendbar
one-choice-change = Ändern
one-choice-confirm = Als meine eigene bestätigen
one-choice-first = Zuerst anbieten
one-choice-not-first = Nicht mehr zuerst anbieten
one-choice-delete = Löschen
help-one = Wählen Sie, was mit dieser Methode geschehen soll. Esc führt zurück zur Liste.
delete-title = Diese Methode löschen?
delete-text = Sie können Ihre Identität dann nicht mehr damit bestätigen. Darüber wird eine Benachrichtigung gesendet, auch an eine gelöschte Adresse oder Nummer.
delete-choice-keep = Nein, behalten
delete-choice-delete = Ja, löschen
help-delete = Das Löschen lässt sich nicht rückgängig machen, aber Sie können die Methode neu einrichten.
note-registered = Die Methode ist eingerichtet.
note-first = Diese Methode wird von jetzt an zuerst angeboten.
note-not-first = Diese Methode wird nicht mehr zuerst angeboten.
note-deleted = Die Methode wurde gelöscht.

## Eine Methode einrichten

add-title = Eine Methode hinzufügen
add-text = Welche Methode möchten Sie einrichten? Die erste ist die stärkste.
add-choice-app-notification = Anfragen in einer App auf meinem Smartphone
add-choice-app-code = Eine Authenticator-App
add-choice-email = Eine private E-Mail-Adresse
add-choice-mobile-phone = Mein Mobiltelefon
add-choice-security-questions = Sicherheitsfragen
add-detail-recommended = Empfohlen
add-detail-good = Gut
add-detail-weaker = Schwächer
help-add = Eine App ist die stärkste Methode. Telefonnummern können übernommen und Antworten herausgefunden werden, deshalb sind sie schwächer; sie sind aber besser als nichts.
address-title = Ihre E-Mail-Adresse
address-text = Geben Sie eine Adresse außerhalb Ihrer Organisation ein, die Sie ohne dieses Kennwort lesen können. Dorthin wird ein Code gesendet.
field-address = E-Mail-Adresse
error-empty-address = Geben Sie die Adresse ein.
error-enrol-address = Das ist keine E-Mail-Adresse.
error-enrol-own-domain = Diese Adresse gehört zu Ihrer Organisation. Ohne Ihr Kennwort könnten Sie sie nicht lesen; geben Sie eine andere ein.
help-address = Am besten ist eine private Adresse. Sobald Sie den Code eingegeben haben, der dort ankommt, können Sie Ihre Identität mit der Adresse bestätigen.
phone-number-title = Ihre Mobilnummer
phone-number-text = Geben Sie die Nummer international ein, mit + und der Landesvorwahl, zum Beispiel +49 171 39200 18. Dorthin wird ein Code gesendet.
phone-number-weaker = Eine Nummer kann von anderen übernommen werden, deshalb ist eine App stärker.
error-enrol-number = Das ist keine internationale Nummer. Sie beginnt mit + und der Landesvorwahl.
help-phone-number = Geben Sie die Nummer mit + und der Landesvorwahl ein; Leerzeichen stören nicht. Sobald Sie den Code eingegeben haben, der ankommt, können Sie Ihre Identität mit der Nummer bestätigen.
confirm-title-email = Bestätigen Sie Ihre E-Mail-Adresse
confirm-title-phone = Bestätigen Sie Ihre Mobilnummer
confirm-title-call = Bestätigen Sie Ihre Nummer
# $address (text): the number, mostly hidden; $minutes (number): how long it is tried
call-text-register =
    { $minutes ->
        [one] Wir rufen { $address } an. Nehmen Sie ab und drücken Sie innerhalb von { $minutes } Minute die Taste #.
       *[other] Wir rufen { $address } an. Nehmen Sie ab und drücken Sie innerhalb von { $minutes } Minuten die Taste #.
    }
call-progress-dialling = Der Anruf wird aufgebaut.
call-progress-ringing = Das Telefon klingelt.
call-progress-answered = Der Anruf wurde angenommen. Drücken Sie am Telefon die Taste #.
call-progress-busy = Es war besetzt. Sie können sich noch einmal anrufen lassen.
call-progress-no-answer = Niemand hat abgenommen. Sie können sich noch einmal anrufen lassen.
call-progress-no-key = Es wurde keine Taste gedrückt. Sie können sich noch einmal anrufen lassen.
call-progress-hung-up = Der Anruf endete, bevor # gedrückt wurde. Sie können sich noch einmal anrufen lassen.
help-confirm-code = Geben Sie den Code ein, der gesendet wurde. Wenn er nicht innerhalb einer Minute kommt, lassen Sie einen neuen senden oder richten Sie eine andere Methode ein.
help-confirm-call = Nehmen Sie den Anruf an und drücken Sie #, wenn Sie dazu aufgefordert werden. Wenn Sie den Anruf nicht verlangt haben, drücken Sie *.
error-too-late-here = Dieser Code gilt nicht mehr. Lassen Sie einen neuen senden oder richten Sie eine andere Methode ein.
error-enrol-over = Das lässt sich nicht mehr bestätigen. Richten Sie es neu ein oder wählen Sie eine andere Methode.
error-enrol-not-allowed = Ihre Organisation lässt das nicht zu.
error-enrol-enough = Davon haben Sie schon so viele, wie Sie haben dürfen. Löschen Sie zuerst eine.
error-enrol-already = Das ist schon eingerichtet.
error-enrol-not-now = Dorthin kann im Moment nichts gesendet werden. Versuchen Sie es später oder richten Sie eine andere Methode ein.
error-enrol-still-needed = Das lässt sich nicht löschen: Sie hätten weniger Methoden als nötig. Richten Sie zuerst eine andere ein.
error-enrol-gone = Das gibt es nicht mehr.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-question-title = Frage { $number } von { $count }
new-question-text = Wählen Sie eine Frage, deren Antwort nur Sie kennen. Antworten können herausgefunden werden, deshalb sind Fragen eine schwächere Methode.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-answer-title = Antwort { $number } von { $count }
new-answer-text = Geben Sie eine Antwort ein, an die Sie sich erinnern werden. Großbuchstaben und zusätzliche Leerzeichen spielen keine Rolle.
error-empty-new-answer = Geben Sie eine Antwort ein.
help-new-questions = Wählen Sie jede Frage aus der Liste und beantworten Sie sie; keine kommt zweimal vor. Niemand sieht Ihre Antworten, und Strg-R zeigt fünf Sekunden lang, was Sie eingegeben haben.
# Why an answer is not taken
error-answers-count = Beantworten Sie alle Fragen.
error-question-gone = Diese Frage steht nicht mehr zur Wahl. Wählen Sie eine andere.
error-question-twice = Diese Frage haben Sie schon gewählt. Wählen Sie eine andere.
error-answer-twice = Diese Antwort haben Sie schon auf eine andere Frage gegeben. Geben Sie jeder ihre eigene.
error-answer-short = Diese Antwort ist zu kurz.
error-answer-long = Diese Antwort ist zu lang.
error-answer-guessable = Diese Antwort ist zu leicht zu erraten.
error-answer-from-question = Die Antwort darf nicht in der Frage stehen.
error-answer-from-name = Die Antwort darf Ihren Namen nicht enthalten.
action-different = Andere Methode einrichten
action-call = Stattdessen anrufen lassen

## Requests on the demo's phone

# Below a request, once it was answered there
phone-answered = Sie haben geantwortet.

## A request on the app of a phone

# The label of the field for the number that the request shows
field-request-number = Zahl auf Ihrem Smartphone
# $minutes (number): how long the request is valid
code-text-request =
    { $minutes ->
        [one] Eine Anfrage ist an die ntfy-App auf Ihrem Smartphone unterwegs. Sie zeigt eine Zahl an: Geben Sie diese hier ein. Sie ist { $minutes } Minute gültig. Hat das jemand anders veranlasst? Dann wählen Sie auf dem Smartphone „Ablehnen“.
       *[other] Eine Anfrage ist an die ntfy-App auf Ihrem Smartphone unterwegs. Sie zeigt eine Zahl an: Geben Sie diese hier ein. Sie ist { $minutes } Minuten gültig. Hat das jemand anders veranlasst? Dann wählen Sie auf dem Smartphone „Ablehnen“.
    }
# After Verify was chosen on the phone, which is not enough
code-text-request-verified = Sie haben auf Ihrem Smartphone „Bestätigen“ gewählt. Geben Sie jetzt die Zahl ein, die dort in der Anfrage steht.
notice-request-again = Eine neue Anfrage ist unterwegs. Die Zahlen der früheren gelten nicht mehr.
error-empty-request = Geben Sie die Zahl ein, die Ihr Smartphone anzeigt.
# $digits (number): how many digits the number has
error-malformed-request =
    { $digits ->
        [one] Die Zahl besteht aus genau { $digits } Ziffer. Das wurde nicht als Versuch gezählt.
       *[other] Die Zahl besteht aus genau { $digits } Ziffern. Das wurde nicht als Versuch gezählt.
    }
# $left (number): how many tries are left
error-wrong-request =
    { $left ->
        [one] Das ist nicht die Zahl der neuesten Anfrage. Sie haben noch { $left } Versuch.
       *[other] Das ist nicht die Zahl der neuesten Anfrage. Sie haben noch { $left } Versuche.
    }
error-too-late-request = Diese Anfrage ist nicht mehr gültig. Lassen Sie sich eine neue senden oder wählen Sie eine andere Methode.
action-ask-again = Neue Anfrage senden
help-request = An die ntfy-App auf Ihrem Smartphone wurde eine Anfrage gesendet. Sie nennt das Terminal, von dem sie kommt, und zeigt eine Zahl an. Wählen Sie dort „Bestätigen“ und geben Sie die Zahl hier ein. Wenn sie nicht innerhalb einer Minute ankommt, lassen Sie sich eine neue senden oder wählen Sie eine andere Methode.

## Telephone calls

action-call-again = Noch einmal anrufen
# $number (text): the number we have, mostly hidden
number-text-call = Uns liegt eine Mobilnummer vor, die so endet: { $number }. Geben Sie die ganze Nummer ein, mit Landesvorwahl oder so, wie Sie sie im Inland wählen. Wenn es die hinterlegte Nummer ist, wird sie angerufen.
# $number (text): the number we have, mostly hidden
number-text-office = Uns liegt eine Büronummer vor, die so endet: { $number }. Geben Sie die ganze Nummer ein, mit Landesvorwahl oder so, wie Sie sie im Inland wählen, aber ohne Nebenstelle. Wenn es die hinterlegte Nummer ist, wird sie angerufen.
field-number-office = Büronummer
help-number-office = Geben Sie die Büronummer, die Ihrer Organisation bekannt ist, vollständig ein, aber ohne Nebenstelle. Leerzeichen, Bindestriche und Klammern stören nicht. Wenn Sie dieses Telefon jetzt nicht abheben können, wählen Sie eine andere Methode.
# $number (text): the number, mostly hidden
call-text-calling = Wir rufen { $number } an. Nehmen Sie den Anruf an, hören Sie zu und drücken Sie dann auf dem Telefon die Taste #. Danach geht es hier von selbst weiter.
# $number (text): the number, mostly hidden
call-text-ringing = Das Telefon { $number } klingelt. Nehmen Sie ab, hören Sie zu und drücken Sie dann auf dem Telefon die Taste #. Danach geht es hier von selbst weiter.
call-text-answered = Der Anruf wurde angenommen. Hören Sie zu und drücken Sie dann auf dem Telefon die Taste #. Danach geht es hier von selbst weiter.
call-notice-trouble = Der Anruf konnte noch nicht aufgebaut werden und wird wiederholt. Sie können inzwischen eine andere Methode wählen.
call-error-busy = Der Anschluss ist besetzt.
call-error-no-answer = Niemand hat den Anruf angenommen.
call-error-no-key = Der Anruf wurde angenommen, aber die Taste # wurde nicht gedrückt. Vielleicht war es ein Anrufbeantworter.
call-error-hung-up = Der Anruf wurde abgewiesen oder beendet, bevor die Taste # gedrückt wurde.
call-error-failed = Der Anruf war nicht möglich.
call-error-over = Die Zeit für diesen Anruf ist abgelaufen.
# $number (text): the number, mostly hidden
call-text-over = Sie können { $number } noch einmal anrufen lassen oder eine andere Methode wählen.
help-call = Sie werden angerufen. Nehmen Sie ab, hören Sie sich die Ansage an und drücken Sie dann auf dem Telefon die Taste #; hier wird nichts eingegeben. Wenn es nach einer Minute nicht klingelt, wählen Sie eine andere Methode.
ended-call-denied = Der Anruf wurde mit der Taste * beantwortet. Das bedeutet: Er war nicht angefordert. Von hier aus wurde nichts geändert. Die Inhaberin oder der Inhaber des Kontos und die Administratoren werden benachrichtigt. Wenn Sie das versehentlich waren, beginnen Sie bitte von vorn.

# In the demo, on the phone. What is said in the call is below it.
phone-call-rings = Anruf. F6, dann: Eingabe nimmt an, Rücktaste weist ab.
phone-call-talks = Gespräch. # bestätigt, * meldet, Rücktaste legt auf.

## Registering an authenticator app

app-code-title = Eine Authenticator-App einrichten
app-code-scan = Scannen Sie diesen Code mit Ihrer Authenticator-App, oder geben Sie den Schlüssel in der App ein. Wählen Sie dann „Weiter“ und geben Sie den Code ein, den sie anzeigt.
app-code-type = Geben Sie diesen Schlüssel in Ihrer Authenticator-App ein. Wählen Sie dann „Weiter“ und geben Sie den Code ein, den sie anzeigt.
app-code-key = Schlüssel
app-code-confirm = Geben Sie den Code ein, den die Authenticator-App jetzt für dieses Konto anzeigt.
# $left (number): how many tries are left
error-wrong-new-app-code =
    { $left ->
        [one] Diesen Code zeigt die App jetzt für dieses Konto nicht an. Sie haben noch { $left } Versuch.
       *[other] Diesen Code zeigt die App jetzt für dieses Konto nicht an. Sie haben noch { $left } Versuche.
    }
help-app-code = Jede Authenticator-App, die sechsstellige Codes anzeigt, ist geeignet. Fügen Sie in der App ein Konto hinzu und richten Sie die Kamera auf den Code. Zeigen Sie Code und Schlüssel niemandem: Wer sie hat, kann Ihre Codes erzeugen.
help-app-code-confirm = Der Code ändert sich alle 30 Sekunden. Wenn er nicht angenommen wird, warten Sie auf den nächsten und prüfen Sie, ob Ihr Smartphone die Uhrzeit automatisch einstellt. Mit „Zurück“ sehen Sie den Schlüssel noch einmal.

## Registering the app for notifications

app-title = Anfragen in einer App einrichten
app-scan = Scannen Sie diesen Code mit dem Smartphone, damit die ntfy-App Ihr Thema abonniert, oder geben Sie das Folgende in der App ein. Wählen Sie dann „Weiter“: Es kommt eine Testanfrage.
app-type = Abonnieren Sie dieses Thema in der ntfy-App auf Ihrem Smartphone. Wählen Sie dann „Weiter“: Es kommt eine Testanfrage.
app-server = Server
app-topic = Thema
# Of the server: a user name and a password, or a token
app-credential = Anmeldung am Server
app-test = Eine Testanfrage ist an Ihr Smartphone unterwegs. Wählen Sie dort „Bestätigen“ und geben Sie hier die Zahl ein, die sie anzeigt.
app-verified = Sie haben auf Ihrem Smartphone „Bestätigen“ gewählt. Geben Sie jetzt die Zahl ein, die dort in der Testanfrage steht.
field-app-number = Zahl auf Ihrem Smartphone
action-test-again = Neuen Test senden
error-empty-app-number = Geben Sie die Zahl ein, die Ihr Smartphone anzeigt.
# $digits (number): how many digits the number has
error-malformed-app-number =
    { $digits ->
        [one] Die Zahl besteht aus genau { $digits } Ziffer. Das wurde nicht als Versuch gezählt.
       *[other] Die Zahl besteht aus genau { $digits } Ziffern. Das wurde nicht als Versuch gezählt.
    }
# $left (number): how many tries are left
error-wrong-app-number =
    { $left ->
        [one] Das ist nicht die Zahl des neuesten Tests. Sie haben noch { $left } Versuch.
       *[other] Das ist nicht die Zahl des neuesten Tests. Sie haben noch { $left } Versuche.
    }
error-late-app-number = Dieser Test ist nicht mehr gültig. Lassen Sie sich einen neuen senden.
notice-app-tested-again = Ein neuer Test ist unterwegs. Die Zahlen der früheren gelten nicht mehr.
help-app = Installieren Sie zuerst die ntfy-App auf Ihrem Smartphone. Das Thema gehört Ihnen allein: Zeigen Sie es niemandem. Wenn die App nach einer Anmeldung am Server fragt, geben Sie ein, was dieser Bildschirm anzeigt.
help-app-test = Wenn der Test nicht innerhalb einer Minute ankommt, prüfen Sie in der ntfy-App, ob Thema und Server stimmen und ob sie Benachrichtigungen anzeigen darf. Mit „Zurück“ sehen Sie beides noch einmal.

## The guided tour, in the demo

# As short as can be
keys-tour = F7 Schritte
# The same where F8 changes between kiosk and console
keys-tour-admin = F7 Schritte  F8 Wechsel
# In the console of the demo without a tour
keys-kiosk = F8 Kiosk
# $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called
tour-line = Tour, Schritt { $step }/{ $total }: { $title }
# Of a step with several parts. $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called; $done (number): parts that are done; $parts (number): how many parts it has
tour-line-parts = Tour, Schritt { $step }/{ $total }: { $title } ({ $done } von { $parts })
# Above the list of the steps; columns are narrow
tour-title = Geführte Tour (F7)
tour-ticked = Ein Schritt wird abgehakt, sobald der Speicher sagt, dass er getan ist, gleich wo.
# $number (number): the number of an audit record; $reference (text): a short code of letters and digits
tour-audited = Im Audit-Protokoll sehen Administratoren das Zurücksetzen als Eintrag { $number } mit der Referenz { $reference }.
tour-over = Die Tour ist vollständig.
    .how = Sie haben alles gesehen. F7 zeigt die Schritte und was Administratoren sehen. Strg-X auf dem ersten Bildschirm beendet die Demo.
# Each step: its name, and how it is done. $account (text): Mia's user ID; $number (text): her mobile number; $admin (text): the administrator's user ID; $password (text): the administrator's password; $reference (text): a short code of letters and digits
tour-enter = An der Konsole anmelden
    .how = Melden Sie sich als { $admin } mit dem Kennwort „{ $password }“ an. Den Code zeigt das Smartphone unter „Authenticator“.
tour-group = Eine Gruppe anlegen
    .how = Öffnen Sie in der Konsole die Gruppen und legen Sie die Sicherheitsgruppe SSPRTesters an. Nehmen Sie Mia Steele als Mitglied auf: { $account }.
tour-enable = Für die Gruppe einschalten
    .how = Öffnen Sie in der Konsole die Eigenschaften, schalten Sie das Zurücksetzen für ausgewählte Gruppen ein, wählen Sie SSPRTesters und speichern Sie.
tour-review = Vier Seiten prüfen
    .how = Sehen Sie Anmeldemethoden, Registrierung, Benachrichtigungen und Anpassung durch. Strg-S speichert Änderungen oder vermerkt, dass eine Seite so richtig ist.
tour-phone = Mias Telefon registrieren
    .how = F8 führt zum Kiosk. Wählen Sie „Mein Kennwort oder meine Sicherheitsinfos ändern“, melden Sie sich als Mia an und richten Sie ihr Mobiltelefon ein: { $number }.
tour-forget = Das Kennwort vergessen
    .how = Wählen Sie am Kiosk „Ich habe mein Kennwort vergessen“ und geben Sie die Benutzer-ID { $account } ein.
tour-prove = Die Identität bestätigen
    .how = Wählen Sie nacheinander zwei Methoden. Codes und Anfragen kommen auf das Smartphone; F6 führt dorthin.
tour-new-password = Ein neues Kennwort wählen
    .how = Geben Sie zweimal ein neues ein, am besten aus mehreren Wörtern. Die Liste zeigt, welche Regeln es erfüllt.
tour-notice = Die Benachrichtigung erhalten
    .how = Eine E-Mail sagt Mia, was wann und wo geschehen ist. Sie kommt von selbst auf das Smartphone.
tour-sign-in = Damit anmelden
    .how = Wählen Sie auf dem ersten Bildschirm „Mein Kennwort oder meine Sicherheitsinfos ändern“. Melden Sie sich mit dem neuen Kennwort und einer weiteren Methode an.
tour-register = Eine Methode registrieren
    .how = Wählen Sie „Meine Sicherheitsinfos“, dann „Eine Methode hinzufügen“ und „Mein Mobiltelefon“. Geben Sie { $number } ein; der Code kommt auf das Smartphone.
tour-record = Im Audit-Protokoll finden
    .how = Jeder Schritt ist dort ein Eintrag, und keiner kann unbemerkt geändert werden. Das ganze Protokoll wird gerade geprüft.
tour-look-up = Im Protokoll nachschlagen
    .how = F8 führt zur Konsole. Im Überblick öffnen Eingabe und dann h den Helpdesk. Geben Sie dort die Referenz des Zurücksetzens ein: { $reference }.
# In the demo without a tour, below its hint on the first screen. $admin (text): the administrator's user ID; $password (text): the administrator's password
demo-hint-console = F8 öffnet die Konsole für Administratoren: { $admin }, Kennwort „{ $password }“, Code auf dem Smartphone.

## A temporary access pass, from the help desk, in place of a method

choice-access-pass = Einen befristeten Zugriffspass verwenden
pass-text = Geben Sie den befristeten Zugriffspass ein, den Sie vom Helpdesk erhalten haben. Er kann einmal verwendet werden.
field-access-pass = Befristeter Zugriffspass
error-empty-pass = Geben Sie den befristeten Zugriffspass ein.
# $letters (number): how many letters and digits a pass has
error-malformed-pass = Ein befristeter Zugriffspass besteht aus { $letters } Buchstaben und Ziffern. Das wurde nicht als Versuch gezählt.
# $left (number): how many tries are left
error-wrong-pass =
    { $left ->
        [one] Das ist nicht der richtige Zugriffspass. Sie haben noch { $left } Versuch.
       *[other] Das ist nicht der richtige Zugriffspass. Sie haben noch { $left } Versuche.
    }
error-pass-too-late = Dieser befristete Zugriffspass ist nicht mehr gültig. Bitten Sie den Helpdesk um einen neuen oder wählen Sie eine andere Methode.
help-pass = Einen befristeten Zugriffspass gibt Ihnen der Helpdesk, wenn Sie Ihr Telefon verloren haben und er sich vergewissert hat, dass Sie es sind. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.
note-signed-in-by-pass = Ihr befristeter Zugriffspass ist nun verbraucht. Öffnen Sie jetzt „Meine Sicherheitsinfos“ und richten Sie eine neue Methode ein, mit der Sie Ihre Identität bestätigen.

# Auf dem Weg in die Verwaltungskonsole

sign-in-text-console = Melden Sie sich mit Ihrem Administratorkonto an der Konsole an. Nach dem Kennwort werden Sie nach Ihrem zweiten Faktor gefragt.
ended-no-role = Die Konsole ist für Administratoren, und Ihr Konto hat keine Administratorrolle. Wer Administratoren verwaltet, kann ihm eine geben.
gate-text-again = Sie sind angemeldet; dafür wird Ihr zweiter Faktor noch einmal gebraucht. Wie möchten Sie Ihre Identität bestätigen?
register-text-factor = Die Konsole öffnet sich nur mit einem zweiten Faktor, und Ihr Konto hat noch keinen. Richten Sie jetzt einen ein.
register-choice-later = Später einrichten und die Konsole öffnen
help-register-factor = Ein zweiter Faktor ist etwas, das Sie bei sich haben: eine App auf Ihrem Smartphone oder das Telefon selbst. Danach werden Sie jedes Mal gefragt, wenn Sie die Konsole öffnen. Strg-X beendet den Vorgang, ohne etwas einzurichten.
help-register-later = Die erste Methode in der Liste ist die stärkste, und wir empfehlen sie. Die letzte Zeile öffnet die Konsole; bei der nächsten Anmeldung werden Sie wieder gefragt.
