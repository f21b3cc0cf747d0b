# What is sent to people. Every letter says what, when, from where, and what to do if it wasn't you;
# none ever holds a password.

# $organisation (text): the organisation's name
letter-code-subject = Votre code de vérification pour { $organisation }
# $minutes (number): how long the code is valid
letter-code-text =
    { $minutes ->
        [one] Votre code de vérification figure ci-dessous. Il est valable pendant { $minutes } minute.
        [many] Votre code de vérification figure ci-dessous. Il est valable pendant { $minutes } de minutes.
       *[other] Votre code de vérification figure ci-dessous. Il est valable pendant { $minutes } minutes.
    }
# $terminal (text): the terminal where somebody asked for the code
letter-code-where = Il a été demandé sur ce terminal : { $terminal }
letter-code-not-you = Si vous n’êtes pas à l’origine de cette demande, ne faites rien et ne communiquez ce code à personne. Sans lui, votre mot de passe reste inchangé.

# $organisation (text): the organisation's name
letter-reset-subject = Votre mot de passe pour { $organisation } a été réinitialisé
# $upn (text): the account
letter-reset-text = Le mot de passe de votre compte { $upn } a été réinitialisé.

# $upn (text): the administrator's account
letter-admin-subject = Le mot de passe de l’administrateur { $upn } a été réinitialisé
letter-admin-text = Le mot de passe du compte administrateur { $upn } a été réinitialisé sur un terminal par une personne qui a passé la vérification avec succès. Vous recevez ce message parce que vous disposez également d’un compte administrateur.

# $when (moment): when it happened
letter-when = Quand : { $when }
# $terminal (text): the terminal where it happened
letter-where = Où : { $terminal }
# $reference (text): leads an administrator to the record
letter-reference = Référence : { $reference }
letter-reset-not-you = Si vous n’êtes pas à l’origine de cette réinitialisation, quelqu’un d’autre a peut-être accès à votre compte : réinitialisez de nouveau le mot de passe sans attendre et prévenez votre service d’assistance.
letter-admin-not-you = Si vous ne vous y attendiez pas, interrogez immédiatement le titulaire du compte et désactivez ce compte tant que vous n’avez pas de certitude.

# $organisation (text): the organisation's name
letter-changed-subject = Votre adresse de vérification pour { $organisation } a été modifiée
# $upn (text): the account
letter-changed-text = L’adresse e-mail à laquelle sont envoyés les codes de vérification de votre compte { $upn } a été modifiée par un administrateur. Aucun code ne sera plus envoyé à l’adresse précédente.
letter-changed-not-you = Si vous n’avez pas demandé cette modification, prévenez immédiatement votre service d’assistance : quelqu’un s’apprête peut-être à réinitialiser votre mot de passe.

# $contact (text): web address, e-mail address or telephone number
letter-helpdesk = Service d’assistance : { $contact }
# $organisation (text): the organisation's name
letter-greeting = { $organisation }

# A text message: with the organisation's name it should fit in 70 characters, so every word counts.
# $organisation (text): the organisation's name; $code (text): the code; $minutes (number): how long it is valid
sms-code =
    { $minutes ->
        [one] { $organisation } : code { $code }, valable { $minutes } minute. À ne pas communiquer.
        [many] { $organisation } : code { $code }, valable { $minutes } de minutes. À ne pas communiquer.
       *[other] { $organisation } : code { $code }, valable { $minutes } minutes. À ne pas communiquer.
    }
# $organisation (text): the organisation's name; to the number that codes came to until now
sms-number-changed = { $organisation } : plus de code à ce numéro. Pas vous ? Alertez l’assistance.

# $organisation (text): the organisation's name
letter-number-subject = Votre numéro de mobile pour { $organisation } a été modifié
# $upn (text): the account
letter-number-text = Le numéro de mobile auquel sont envoyés les codes de vérification de votre compte { $upn } a été modifié par un administrateur. Aucun code ne sera plus envoyé au numéro précédent.

# An account was unlocked by its owner
# $organisation (text): the organisation's name
letter-unlocked-subject = Votre compte { $organisation } a été déverrouillé
# $upn (text): the account
letter-unlocked-text = Votre compte { $upn } a été déverrouillé. Son mot de passe n’a pas été modifié.
letter-unlocked-not-you = Si vous n’en êtes pas à l’origine, quelqu’un d’autre a réussi la vérification à votre place : réinitialisez votre mot de passe sans attendre et prévenez votre service d’assistance.

# Alerts to administrators
# $organisation (text): the organisation's name
letter-alert-subject = { $organisation } : nombre inhabituel de tentatives de réinitialisation
letter-alert-terminal-names = Sur un terminal, davantage de comptes différents que d’habitude ont été indiqués pour une réinitialisation. Ce terminal n’en accepte plus pendant quelques minutes.
letter-alert-terminal-failures = Sur un terminal, il y a eu plus de codes, de numéros et de réponses erronés que n’en expliquent des fautes de frappe. Ce terminal n’en accepte plus pendant une heure au plus.
letter-alert-store-failures = Sur l’ensemble des terminaux, il y a eu plus de codes, de numéros et de réponses erronés que n’en expliquent des fautes de frappe. Aucun terminal n’en accepte plus pendant une heure au plus.
letter-alert-sms-budget = Le nombre de SMS que l’organisation paie par jour est atteint. Tant qu’aucun de ces SMS ne date de plus d’un jour, personne ne reçoit de code par SMS.
letter-alert-everywhere = Où : sur plusieurs terminaux
letter-alert-what-to-do = Cherchez qui s’y trouve et consultez le journal d’audit pour voir quels comptes ont été indiqués. Le blocage prend fin de lui-même ; le même message n’est pas envoyé deux fois en une heure.

## Une demande ou un appel a été refusé

letter-denied-subject = { $organisation } : vous avez refusé une demande pour votre compte
letter-denied-text = Quelqu’un a voulu accéder à votre compte { $upn }, et la demande a été refusée sur votre téléphone. Rien n’a été modifié.
letter-denied-what-to-do = Si vous avez refusé parce que ce n’était pas vous, quelqu’un connaît peut-être un moyen d’atteindre votre compte : donnez la référence au service d’assistance. Si c’était une erreur, recommencez.
letter-admin-denied-subject = Une demande pour { $upn } a été refusée comme frauduleuse
letter-admin-denied-text = Une demande ou un appel destiné à prouver l’identité de { $upn } a été refusé par la personne qui a le téléphone. Le parcours est terminé et rien n’a été modifié.
letter-admin-denied-what-to-do = Interrogez la personne titulaire du compte et consultez le journal d’audit pour voir ce qui s’est passé d’autre sur ce terminal.

## Un mot de passe modifié après connexion

letter-password-changed-subject = Votre mot de passe { $organisation } a été modifié
letter-password-changed-text = Le mot de passe de votre compte { $upn } a été modifié par une personne connectée avec le précédent.

## Une méthode a été ajoutée, modifiée ou retirée

letter-method-added-subject = { $organisation } : un moyen de prouver votre identité a été ajouté
letter-method-changed-subject = { $organisation } : un moyen de prouver votre identité a été modifié
letter-method-deleted-subject = { $organisation } : un moyen de prouver votre identité a été retiré
letter-method-added-text = Ce moyen de prouver votre identité a été ajouté à votre compte { $upn } : { $method }.
letter-method-changed-text = Ce moyen de prouver votre identité a été modifié pour votre compte { $upn } : { $method }. Ce qui était enregistré auparavant ne compte plus.
letter-method-deleted-text = Ce moyen de prouver votre identité a été retiré de votre compte { $upn } : { $method }.
letter-method-app-notification = demandes dans l’application de votre téléphone
letter-method-app-code = application d’authentification
letter-method-email = adresse e-mail
letter-method-mobile-phone = téléphone mobile
letter-method-office-phone = téléphone du bureau
letter-method-security-questions = questions de sécurité
letter-alert-call-budget = Les appels que l’organisation paie en une journée sont épuisés. Tant qu’une partie d’entre eux n’a pas un jour, personne n’est appelé.

## A request on the app of a phone

# The headline. $organisation (text): the organisation's name
push-title = { $organisation } : est-ce bien vous ?
# $terminal (text): the terminal that asks; $number (text): what is to be typed there; $minutes (number): how long it is valid
push-text =
    { $minutes ->
        [one] { $terminal } demande si vous y êtes. Si oui, choisissez « Confirmer » et saisissez-y ce nombre dans un délai de { $minutes } minute : { $number }. Sinon, choisissez « Refuser » et ne communiquez ce nombre à personne.
        [many] { $terminal } demande si vous y êtes. Si oui, choisissez « Confirmer » et saisissez-y ce nombre dans un délai de { $minutes } de minutes : { $number }. Sinon, choisissez « Refuser » et ne communiquez ce nombre à personne.
       *[other] { $terminal } demande si vous y êtes. Si oui, choisissez « Confirmer » et saisissez-y ce nombre dans un délai de { $minutes } minutes : { $number }. Sinon, choisissez « Refuser » et ne communiquez ce nombre à personne.
    }
# The two buttons
push-verify = Confirmer
push-deny = Refuser

# Telephone calls
# Spoken on the telephone, by a speech synthesiser or by whoever records it.
# $organisation (text): the organisation's name
call-prompt = Ici le service des mots de passe de { $organisation }. Quelqu’un prouve en ce moment son identité pour retrouver l’accès à votre compte. Si c’est vous, appuyez sur la touche dièse. Si vous n’avez pas demandé cet appel, appuyez sur la touche étoile.

## Who changed a method, and what follows for the address or number that counts no more

letter-by-administrator = Cette modification a été effectuée par un administrateur.
letter-former = L’adresse ou le numéro précédent ne reçoit plus de codes.

## From the help desk: a code for a caller, a temporary access pass, registering again

# $organisation (text): the organisation's name
letter-caller-subject = Votre code pour le service d’assistance de { $organisation }
# $minutes (number): how long the code is valid
letter-caller-text =
    { $minutes ->
        [one] Vous êtes au téléphone avec notre service d’assistance. Communiquez-lui ce code pour qu’il sache que c’est bien vous. Il est valable pendant { $minutes } minute.
        [many] Vous êtes au téléphone avec notre service d’assistance. Communiquez-lui ce code pour qu’il sache que c’est bien vous. Il est valable pendant { $minutes } de minutes.
       *[other] Vous êtes au téléphone avec notre service d’assistance. Communiquez-lui ce code pour qu’il sache que c’est bien vous. Il est valable pendant { $minutes } minutes.
    }
letter-caller-not-you = Si vous n’êtes pas en ce moment au téléphone avec notre service d’assistance, ne communiquez ce code à personne et prévenez le service : quelqu’un se fait peut-être passer pour vous.
# A text message: with the organisation's name it should fit in 70 characters.
# $organisation (text): the organisation's name; $code (text): the code
sms-caller-code = { $organisation } : code { $code } pour l’assistance, seulement si vous appelez.
# $organisation (text): the organisation's name
letter-pass-subject = { $organisation } : un passe d’accès temporaire vous a été donné
# $upn (text): whose account
letter-pass-text = Le service d’assistance a délivré un passe d’accès temporaire pour votre compte { $upn }. Avec votre mot de passe, il vous permet de vous connecter une fois et de configurer un nouveau moyen de prouver votre identité.
# $until (moment): until when it is valid
letter-pass-until = Valable jusqu’au : { $until }
letter-pass-not-you = Si vous ne l’avez pas demandé, prévenez immédiatement votre service d’assistance : quelqu’un se fait peut-être passer pour vous. Il peut retirer le passe.
# $organisation (text): the organisation's name
letter-register-subject = { $organisation } : configurez de nouveau vos infos de sécurité
# $upn (text): whose account
letter-register-text = À votre prochaine connexion avec votre compte { $upn }, il vous sera demandé de configurer de nouveau vos moyens de prouver votre identité.
letter-register-not-you = Si vous n’en connaissez pas la raison, demandez-la à votre service d’assistance.
