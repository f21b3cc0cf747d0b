# What is sent to people. Every letter says what, when, from where, and what to do if it wasn't you;
# none ever holds a password.

# $organisation (text): the organisation's name
letter-code-subject = Ihr Überprüfungscode für { $organisation }
# $minutes (number): how long the code is good
letter-code-text =
    { $minutes ->
        [one] Unten steht Ihr Überprüfungscode. Er ist { $minutes } Minute gültig.
       *[other] Unten steht Ihr Überprüfungscode. Er ist { $minutes } Minuten gültig.
    }
# $terminal (text): the terminal where somebody asked for the code
letter-code-where = Jemand hat ihn an diesem Terminal angefordert: { $terminal }
letter-code-not-you = Wenn Sie das nicht waren, unternehmen Sie nichts und geben Sie den Code an niemanden weiter. Ohne ihn bleibt Ihr Kennwort, wie es ist.

# $organisation (text): the organisation's name
letter-reset-subject = Ihr Kennwort für { $organisation } wurde zurückgesetzt
# $upn (text): the account
letter-reset-text = Das Kennwort Ihres Kontos { $upn } wurde zurückgesetzt.

# $upn (text): the administrator's account
letter-admin-subject = Das Kennwort des Administrators { $upn } wurde zurückgesetzt
letter-admin-text = Das Kennwort des Administratorkontos { $upn } wurde an einem Terminal von jemandem zurückgesetzt, der die Überprüfung bestanden hat. Sie erhalten diese Nachricht, weil Sie ebenfalls Administrator sind.

# $when (moment): when it happened
letter-when = Wann: { $when }
# $terminal (text): the terminal where it happened
letter-where = Wo: { $terminal }
# $reference (text): leads an administrator to the record
letter-reference = Referenz: { $reference }
letter-reset-not-you = Wenn Sie das nicht waren, hat möglicherweise jemand anderes Zugriff auf Ihr Konto: Setzen Sie das Kennwort sofort noch einmal zurück und informieren Sie den Helpdesk.
letter-admin-not-you = Wenn das unerwartet kommt, fragen Sie sofort beim Inhaber des Kontos nach und deaktivieren Sie das Konto, bis Sie Gewissheit haben.

# $organisation (text): the organisation's name
letter-changed-subject = Ihre Adresse für Überprüfungscodes bei { $organisation } wurde geändert
# $upn (text): the account
letter-changed-text = Die E-Mail-Adresse, an die Überprüfungscodes für Ihr Konto { $upn } gesendet werden, wurde von einem Administrator geändert. An die bisherige Adresse werden keine Codes mehr gesendet.
letter-changed-not-you = Wenn Sie das nicht veranlasst haben, verständigen Sie sofort Ihren Helpdesk: Möglicherweise bereitet jemand vor, Ihr Kennwort zurückzusetzen.

# $contact (text): web address, e-mail address or telephone number
letter-helpdesk = Helpdesk: { $contact }
# $organisation (text): the organisation's name
letter-greeting = { $organisation }

# A text message: with the organisation's name it should fit in 70 characters, so every word counts.
# $organisation (text): the organisation's name; $code (text): the code; $minutes (number): how long it is valid
sms-code =
    { $minutes ->
        [one] { $organisation }: Ihr Code ist { $code }, gültig { $minutes } Minute. Nicht weitergeben.
       *[other] { $organisation }: Ihr Code ist { $code }, gültig { $minutes } Minuten. Nicht weitergeben.
    }
# $organisation (text): the organisation's name; to the number that codes came to until now
sms-number-changed = { $organisation }: Keine Codes mehr an diese Nummer. Nicht von Ihnen? Helpdesk!

# $organisation (text): the organisation's name
letter-number-subject = Ihre Mobilnummer bei { $organisation } wurde geändert
# $upn (text): the account
letter-number-text = Die Mobilnummer, an die Überprüfungscodes für Ihr Konto { $upn } gesendet werden, wurde von einem Administrator geändert. An die bisherige Nummer werden keine Codes mehr gesendet.

# An account was unlocked by its owner
# $organisation (text): the organisation's name
letter-unlocked-subject = Ihr Konto bei { $organisation } wurde entsperrt
# $upn (text): the account
letter-unlocked-text = Ihr Konto { $upn } wurde entsperrt. Das Kennwort wurde nicht geändert.
letter-unlocked-not-you = Wenn Sie das nicht waren, hat jemand anderes Ihre Überprüfung bestanden: Setzen Sie Ihr Kennwort sofort zurück und informieren Sie den Helpdesk.

# Alerts to administrators
# $organisation (text): the organisation's name
letter-alert-subject = { $organisation }: ungewöhnlich viele Versuche beim Zurücksetzen von Kennwörtern
letter-alert-terminal-names = An einem Terminal wurden mehr verschiedene Konten zum Zurücksetzen genannt, als dort üblicherweise vorkommt. Das Terminal nimmt einige Minuten lang keine weiteren an.
letter-alert-terminal-failures = An einem Terminal wurden mehr falsche Codes, Nummern und Antworten eingegeben, als sich durch Vertippen erklären lässt. Das Terminal nimmt bis zu einer Stunde lang keine weiteren an.
letter-alert-store-failures = An allen Terminals zusammen wurden mehr falsche Codes, Nummern und Antworten eingegeben, als sich durch Vertippen erklären lässt. Bis zu einer Stunde lang nimmt kein Terminal weitere an.
letter-alert-sms-budget = Die SMS, die die Organisation pro Tag bezahlt, sind aufgebraucht. Bis einige davon einen Tag alt sind, erhält niemand einen Code per SMS.
letter-alert-everywhere = Wo: an mehreren Terminals
letter-alert-what-to-do = Stellen Sie fest, wer dort ist, und sehen Sie im Überwachungsprotokoll nach, welche Konten genannt wurden. Die Sperre endet von selbst; dieselbe Meldung kommt innerhalb einer Stunde nicht noch einmal.

## Eine Anfrage oder ein Anruf wurde abgelehnt

letter-denied-subject = { $organisation }: Sie haben eine Anfrage zu Ihrem Konto abgelehnt
letter-denied-text = Jemand wollte Zugang zu Ihrem Konto { $upn }, und die Anfrage auf Ihrem Telefon wurde abgelehnt. Es wurde nichts geändert.
letter-denied-what-to-do = Wenn Sie abgelehnt haben, weil Sie es nicht waren, kennt vielleicht jemand einen Weg zu Ihrem Konto: Nennen Sie dem Helpdesk die Referenz. War es ein Versehen, beginnen Sie von vorn.
letter-admin-denied-subject = Eine Anfrage für { $upn } wurde als Betrug abgelehnt
letter-admin-denied-text = Eine Anfrage oder ein Anruf, um die Identität von { $upn } zu bestätigen, wurde von der Person abgelehnt, die das Telefon hat. Der Vorgang ist beendet, und es wurde nichts geändert.
letter-admin-denied-what-to-do = Fragen Sie die Inhaberin oder den Inhaber des Kontos, und sehen Sie im Überwachungsprotokoll nach, was an diesem Terminal sonst geschehen ist.

## Ein geändertes Kennwort, nach Anmeldung

letter-password-changed-subject = Ihr Kennwort bei { $organisation } wurde geändert
letter-password-changed-text = Das Kennwort Ihres Kontos { $upn } wurde von jemandem geändert, der sich mit dem bisherigen angemeldet hat.

## Eine Methode wurde hinzugefügt, geändert oder entfernt

letter-method-added-subject = { $organisation }: Eine Methode zur Identitätsbestätigung wurde hinzugefügt
letter-method-changed-subject = { $organisation }: Eine Methode zur Identitätsbestätigung wurde geändert
letter-method-deleted-subject = { $organisation }: Eine Methode zur Identitätsbestätigung wurde entfernt
letter-method-added-text = Zu Ihrem Konto { $upn } wurde diese Methode zur Identitätsbestätigung hinzugefügt: { $method }.
letter-method-changed-text = Für Ihr Konto { $upn } wurde diese Methode zur Identitätsbestätigung geändert: { $method }. Was vorher registriert war, gilt nicht mehr.
letter-method-deleted-text = Von Ihrem Konto { $upn } wurde diese Methode zur Identitätsbestätigung entfernt: { $method }.
letter-method-app-notification = Anfragen in der App auf Ihrem Smartphone
letter-method-app-code = Authenticator-App
letter-method-email = E-Mail-Adresse
letter-method-mobile-phone = Mobiltelefon
letter-method-office-phone = Bürotelefon
letter-method-security-questions = Sicherheitsfragen
letter-alert-call-budget = Die Anrufe, die die Organisation an einem Tag bezahlt, sind aufgebraucht. Bis einige davon einen Tag alt sind, wird niemand angerufen.

## A request on the app of a phone

# The headline. $organisation (text): the organisation's name
push-title = { $organisation }: Sind Sie das?
# $terminal (text): the terminal that asks; $number (text): what is to be typed there; $minutes (number): how long it is valid
push-text =
    { $minutes ->
        [one] { $terminal } fragt, ob Sie dort sind. Wenn ja, wählen Sie „Bestätigen“ und geben dort innerhalb von { $minutes } Minute diese Zahl ein: { $number }. Wenn nicht, wählen Sie „Ablehnen“ und geben Sie die Zahl an niemanden weiter.
       *[other] { $terminal } fragt, ob Sie dort sind. Wenn ja, wählen Sie „Bestätigen“ und geben dort innerhalb von { $minutes } Minuten diese Zahl ein: { $number }. Wenn nicht, wählen Sie „Ablehnen“ und geben Sie die Zahl an niemanden weiter.
    }
# The two buttons
push-verify = Bestätigen
push-deny = Ablehnen

# Telephone calls
# Spoken on the telephone, by a speech synthesiser or by whoever records it.
# $organisation (text): the organisation's name
call-prompt = Hier ist der Kennwort-Dienst von { $organisation }. Jemand möchte Ihre Identität bestätigen, um wieder Zugang zu Ihrem Konto zu erhalten. Wenn Sie das sind, drücken Sie bitte die Raute-Taste. Wenn Sie diesen Anruf nicht angefordert haben, drücken Sie die Stern-Taste.

## Who changed a method, and what follows for the address or number that counts no more

letter-by-administrator = Das hat ein Administrator vorgenommen.
letter-former = Die bisherige Adresse oder Nummer erhält keine Codes mehr.

## From the help desk: a code for a caller, a temporary access pass, registering again

# $organisation (text): the organisation's name
letter-caller-subject = Ihr Code für den Helpdesk von { $organisation }
# $minutes (number): how long the code is valid
letter-caller-text =
    { $minutes ->
        [one] Sie telefonieren gerade mit unserem Helpdesk. Nennen Sie ihm diesen Code, damit er weiß, dass Sie es sind. Der Code ist { $minutes } Minute gültig.
       *[other] Sie telefonieren gerade mit unserem Helpdesk. Nennen Sie ihm diesen Code, damit er weiß, dass Sie es sind. Der Code ist { $minutes } Minuten gültig.
    }
letter-caller-not-you = Wenn Sie gerade nicht mit unserem Helpdesk sprechen, geben Sie den Code an niemanden weiter und informieren Sie den Helpdesk: Möglicherweise gibt sich jemand für Sie aus.
# A text message: with the organisation's name it should fit in 70 characters.
# $organisation (text): the organisation's name; $code (text): the code
sms-caller-code = { $organisation }: Helpdesk-Code { $code }. Nur nennen, wenn Sie dort anrufen.
# $organisation (text): the organisation's name
letter-pass-subject = { $organisation }: Für Sie wurde ein befristeter Zugriffspass ausgestellt
# $upn (text): whose account
letter-pass-text = Der Helpdesk hat für Ihr Konto { $upn } einen befristeten Zugriffspass ausgestellt. Zusammen mit Ihrem Kennwort können Sie sich damit einmal anmelden und eine neue Methode einrichten, mit der Sie Ihre Identität bestätigen.
# $until (moment): until when it is valid
letter-pass-until = Gültig bis: { $until }
letter-pass-not-you = Wenn Sie ihn nicht angefordert haben, informieren Sie sofort Ihren Helpdesk: Möglicherweise gibt sich jemand für Sie aus. Der Helpdesk kann den Zugriffspass zurückziehen.
# $organisation (text): the organisation's name
letter-register-subject = { $organisation }: Richten Sie Ihre Sicherheitsinfos noch einmal ein
# $upn (text): whose account
letter-register-text = Wenn Sie sich das nächste Mal mit Ihrem Konto { $upn } anmelden, werden Sie gebeten, Ihre Methoden zur Identitätsbestätigung noch einmal einzurichten.
letter-register-not-you = Wenn Sie den Grund nicht kennen, fragen Sie Ihren Helpdesk.
