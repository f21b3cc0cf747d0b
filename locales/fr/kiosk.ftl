# What a locked-out person reads on the screen, full-screen or in plain mode.

# Text that was written elsewhere (by the organisation) and is shown as it is.
# $text (text): that text
verbatim = { $text }

## The first screen

welcome-title = Vous ne parvenez pas à accéder à votre compte ?
welcome-choice-forgot = J’ai oublié mon mot de passe
    .detail = Prouver votre identité et choisir un nouveau mot de passe

## Who are you?

who-title = Récupérer l’accès à votre compte
who-text = Saisissez l’identifiant avec lequel vous vous connectez, par exemple nom@organisation.example. Une adresse e-mail enregistrée convient aussi.
field-user-id = Identifiant
error-empty-user-id = Saisissez votre identifiant.

## Verification

# $step (number): 1 for the first method asked for, 2 for the second
verify-title = Étape de vérification { $step }
verify-choose = Comment souhaitez-vous prouver votre identité ?

# The name of each authentication method; .choice offers it in the wizard
method-app-notification = Notification d’application
    .choice = Répondre à une demande sur mon téléphone
method-app-code = Code de l’application d’authentification
    .choice = Saisir un code de mon application d’authentification
# $address (text): where the code goes, mostly hidden
method-email = Adresse e-mail
    .choice = Envoyer un code à { $address }
# $address (text): the number, mostly hidden
method-mobile-phone = Téléphone mobile
    .choice = Envoyer un code par SMS au { $address }
    .call = Appeler mon téléphone mobile { $address }
# $address (text): the number, mostly hidden
method-office-phone = Téléphone du bureau
    .choice = Appeler mon téléphone du bureau { $address }
method-security-questions = Questions de sécurité
    .choice = Répondre à mes questions de sécurité

# $address (text): where the code went, mostly hidden; $minutes (number): how long it is valid
code-text-email =
    { $minutes ->
        [one] Un code est en cours d’envoi à { $address }. Il est valable pendant { $minutes } minute. Vérifiez aussi le dossier du courrier indésirable.
        [many] Un code est en cours d’envoi à { $address }. Il est valable pendant { $minutes } de minutes. Vérifiez aussi le dossier du courrier indésirable.
       *[other] Un code est en cours d’envoi à { $address }. Il est valable pendant { $minutes } minutes. Vérifiez aussi le dossier du courrier indésirable.
    }
code-text-app-code = Ouvrez l’application d’authentification sur votre téléphone et saisissez le code qu’elle affiche pour ce compte.
code-text-hidden = Les détails sont masqués tant que personne ne tape. Appuyez sur une touche pour les afficher.
field-code = Code
notice-sent-again = Un nouveau code est en cours d’envoi. Les codes précédents ne sont plus valables.
error-empty-code = Saisissez le code.
# $digits (number): how many digits a code has
error-malformed-code =
    { $digits ->
        [one] Un code comporte { $digits } chiffre et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
        [many] Un code comporte { $digits } de chiffres et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
       *[other] Un code comporte { $digits } chiffres et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
    }
# $left (number): how many tries are left
error-wrong-code =
    { $left ->
        [one] Ce n’est pas le bon code. Il vous reste { $left } tentative.
        [many] Ce n’est pas le bon code. Il vous reste { $left } de tentatives.
       *[other] Ce n’est pas le bon code. Il vous reste { $left } tentatives.
    }
error-too-late = Ce code n’est plus valable. Demandez l’envoi d’un nouveau code ou choisissez une autre méthode.
error-method-used-up = Cette méthode ne peut plus être utilisée ici. Choisissez-en une autre.

## The new password

password-title = Choisir un nouveau mot de passe
field-new-password = Nouveau mot de passe
field-confirm-password = Confirmation du nouveau mot de passe
# $count (number): characters
rule-min-length =
    { $count ->
        [one] Au moins { $count } caractère
        [many] Au moins { $count } de caractères
       *[other] Au moins { $count } caractères
    }
# $count (number): characters
rule-max-length =
    { $count ->
        [one] Au plus { $count } caractère
        [many] Au plus { $count } de caractères
       *[other] Au plus { $count } caractères
    }
rule-classes = Au moins trois types parmi : minuscules, majuscules, chiffres, autres caractères
rule-personal = Aucune partie de votre nom ni de celui de l’organisation
# $count (number): passwords
rule-history =
    { $count ->
        [one] Différent de votre mot de passe actuel
        [many] Différent de vos { $count } derniers mots de passe (vérifié à la fin)
       *[other] Différent de vos { $count } derniers mots de passe (vérifié à la fin)
    }
rule-confirm = Les deux saisies sont identiques
error-empty-password = Saisissez un nouveau mot de passe.
error-password-rules = Ce mot de passe ne respecte pas l’une des règles ci-dessous. Choisissez-en un autre.
error-password-mismatch = Les deux saisies ne sont pas identiques.

## The end

done-title = Votre mot de passe a été réinitialisé
done-text-changed = Votre nouveau mot de passe est valable dès maintenant. L’ancien ne l’est plus.
done-text-devices = Modifiez-le aussi partout où l’ancien est enregistré : téléphone, ordinateur portable, logiciel de messagerie.
done-text-notice = Un message vous informant de cette modification est en cours d’envoi à vos adresses e-mail.
# $seconds (number): until the first screen returns
done-returning =
    { $seconds ->
        [one] L’écran d’accueil s’affichera de nouveau dans { $seconds } seconde.
        [many] L’écran d’accueil s’affichera de nouveau dans { $seconds } de secondes.
       *[other] L’écran d’accueil s’affichera de nouveau dans { $seconds } secondes.
    }

refused-title = Vous ne pouvez pas réinitialiser votre mot de passe ici
refused-text = Le mot de passe de ce compte ne peut pas être réinitialisé ici.
refused-ask-administrator = Demandez de l’aide à votre administrateur.
# $contact (text): web address, e-mail address or telephone number of the help desk
refused-contact = Service d’assistance : { $contact }
# $reference (text): a short code of letters and digits
refused-reference = Si vous demandez de l’aide, indiquez cette référence : { $reference }

# Why, shown only where the organisation wants it. $code (text): like SSPR_0040
reason-unknown = Ce compte n’existe pas ({ $code }).
reason-disabled = Le compte est désactivé ({ $code }).
reason-blocked = Trop de tentatives : le compte est bloqué ici pour un certain temps ({ $code }).
reason-off = La réinitialisation de mot de passe est désactivée ({ $code }).
reason-unlicensed = Le compte n’a pas de licence pour cette opération ({ $code }).
reason-not-selected = Le compte ne fait pas partie de ceux sélectionnés pour la réinitialisation de mot de passe ({ $code }).
reason-no-method = Le compte n’a aucune méthode utilisable ici ({ $code }).
reason-too-few-methods = Le compte n’a pas assez de méthodes pour prouver votre identité ({ $code }).
reason-no-writeback = L’annuaire du compte ne peut pas être modifié depuis ce terminal ({ $code }).
reason-directory-refused = L’annuaire du compte a refusé la modification ({ $code }).
reason-no-agent = L’annuaire du compte est injoignable pour le moment ({ $code }).

ended-title = Veuillez recommencer
ended-too-late = L’opération a pris trop de temps ou s’est terminée ailleurs. Rien n’a été modifié à partir d’ici.
ended-fault = Quelque chose ne fonctionne pas ici. Réessayez dans quelques minutes.

## Language and help

language-title = Choisir votre langue
# Each language's own name, the same in every locale
language-en = English
language-de = Deutsch
language-fr = Français
language-es = Español
language-ja = 日本語

help-title = Aide
help-welcome = Choisissez ce dont vous avez besoin. Vous indiquerez qui vous êtes, vous le prouverez, puis vous choisirez un nouveau mot de passe.
help-who = L’identifiant est le nom que vous saisissez pour vous connecter. Si vous ne le connaissez pas, demandez-le à votre administrateur ou au service d’assistance.
help-choose = Choisissez une méthode que vous pouvez utiliser maintenant. Chacune ne peut servir qu’une fois.
help-code-sent = Un code vous a été envoyé. Saisissez-le ici. S’il n’arrive pas dans la minute, demandez l’envoi d’un nouveau code ou choisissez une autre méthode.
help-code-app = L’application d’authentification affiche un code à six chiffres qui change toutes les 30 secondes. Saisissez celui qu’elle affiche en ce moment.
help-password = Saisissez deux fois le nouveau mot de passe. Un mot de passe long, composé de plusieurs mots, est un bon choix. La liste indique les règles qu’il respecte.
help-done = Tout est terminé. Vous pouvez partir.
help-refused = Rien n’a été modifié. Indiquez la référence à votre service d’assistance : elle lui permettra d’en trouver la raison.
help-ended = Recommencez à partir de l’écran d’accueil. Si cela se reproduit, adressez-vous à votre administrateur ou au service d’assistance.
help-keys = Utilisez Tab et les flèches pour vous déplacer, Entrée pour continuer et Échap pour revenir en arrière. Ctrl-X annule et efface tout ce que vous avez saisi.

## Actions

action-next = Suivant
action-resend = Envoyer un autre code
action-other-method = Choisir une autre méthode
action-reveal = Afficher ou masquer
action-back = Retour
action-cancel = Annuler
action-close = Fermer

## Around every screen

# $seconds (number): how long until everything typed is wiped
kiosk-wipe-in =
    { $seconds ->
        [one] Tout ce que vous avez saisi sera effacé dans { $seconds } seconde. Appuyez sur une touche pour l’éviter.
        [many] Tout ce que vous avez saisi sera effacé dans { $seconds } de secondes. Appuyez sur une touche pour l’éviter.
       *[other] Tout ce que vous avez saisi sera effacé dans { $seconds } secondes. Appuyez sur une touche pour l’éviter.
    }
# $step (number): the step the person is at; $total (number): how many there are
kiosk-progress = Étape { $step } sur { $total }
kiosk-working = Veuillez patienter…
# After a fault of the program, above the first screen
kiosk-fault = Un problème est survenu ici. Veuillez recommencer.

# The key bar: the key as it is written on the keyboard, then what it does, as short as can be
keys-choose = 1–9 choisir
keys-enter = Entrée continuer
keys-move = Tab parcourir
keys-back = Échap retour
keys-reveal = Ctrl-R afficher/masquer
keys-cancel = Ctrl-X annuler et effacer
keys-help = F1 aide
keys-language = F2 langue
keys-contrast = F3 contraste
keys-plain = F4 texte seul
keys-phone = F6 téléphone

## Plain mode

plain-keys = Répondez par un numéro ou une valeur, ou tapez b pour revenir en arrière, x pour annuler et tout effacer, l pour changer de langue, ? pour obtenir de l’aide.
plain-not-a-choice = Cette réponse ne fait pas partie des choix proposés.
plain-wiped = Tout ce que vous aviez saisi a été effacé.
plain-secret = Ce que vous saisissez ici ne s’affiche pas.
plain-link = La même chose sous forme de lien :
plain-bye = Au revoir.

## The phone beside the kiosk, in the demo; columns are narrow

phone-title = Téléphone (F6)
# While the keys go to the phone
phone-title-focused = Téléphone : actif (F6)
phone-codes = Authentification
# $seconds (number): how long the code counts; as short as can be
phone-seconds-left = { $seconds } s
# $unread (number): how many messages nobody opened
phone-messages =
    { $unread ->
        [0] Messages
        [one] Messages ({ $unread } nouveau)
        [many] Messages ({ $unread } de nouveaux)
       *[other] Messages ({ $unread } nouveaux)
    }
phone-unread = nouveau
phone-empty = Aucun message pour l’instant.
# $from (text): the sender
phone-from = De : { $from }
# What the demo's first screen says. $account (text): the user ID to try; $password (text): her password
demo-hint = Démonstration : vous êtes Mia Steele. Votre identifiant est { $account }. Votre mot de passe est « { $password } ». Votre téléphone se trouve à droite ; dans une fenêtre étroite, F6 l’affiche. Ctrl-X sur cet écran met fin à la démonstration.

## The number, before a code goes to a phone

# $number (text): the number we have, mostly hidden
number-text = Nous avons un numéro de mobile qui se termine ainsi : { $number }. Saisissez le numéro complet, avec l’indicatif du pays ou tel que vous le composez dans votre pays. S’il correspond à celui que nous avons, un code y est envoyé par SMS.
field-number = Numéro de mobile
error-empty-number = Saisissez le numéro.
error-malformed-number = Ce n’est pas un numéro de téléphone complet. Cette saisie n’a pas été comptée comme une tentative.
# $left (number): how many tries are left
error-wrong-number =
    { $left ->
        [one] Ce n’est pas le numéro que nous avons. Il vous reste { $left } tentative.
        [many] Ce n’est pas le numéro que nous avons. Il vous reste { $left } de tentatives.
       *[other] Ce n’est pas le numéro que nous avons. Il vous reste { $left } tentatives.
    }
error-method-not-now = Cette méthode ne peut pas être utilisée pour le moment. Choisissez-en une autre.
# $address (text): the number, mostly hidden; $minutes (number): how long the code is valid
code-text-mobile-phone =
    { $minutes ->
        [one] Un code est en cours d’envoi par SMS au { $address }. Il est valable pendant { $minutes } minute.
        [many] Un code est en cours d’envoi par SMS au { $address }. Il est valable pendant { $minutes } de minutes.
       *[other] Un code est en cours d’envoi par SMS au { $address }. Il est valable pendant { $minutes } minutes.
    }
help-number = Saisissez en entier le numéro de mobile que votre organisation connaît. Les espaces, les tirets et les parenthèses ne gênent pas. Si vous n’avez plus ce téléphone, choisissez une autre méthode.

# In the demo, on the phone. $number (text): its own number
phone-number = Numéro : { $number }

## Security questions

questions-text = Répondez à toutes les questions comme lors de leur configuration. Les majuscules et les espaces en trop ne comptent pas.
error-empty-answer = Répondez à toutes les questions.
# $left (number): how many tries are left
error-wrong-answers =
    { $left ->
        [one] Toutes les réponses ne sont pas justes. Il n’est pas indiqué laquelle est fausse. Il vous reste { $left } tentative.
        [many] Toutes les réponses ne sont pas justes. Il n’est pas indiqué laquelle est fausse. Il vous reste { $left } de tentatives.
       *[other] Toutes les réponses ne sont pas justes. Il n’est pas indiqué laquelle est fausse. Il vous reste { $left } tentatives.
    }
error-questions-changed = D’autres questions sont posées maintenant. Cette saisie n’a pas été comptée comme une tentative. Choisissez de nouveau une méthode.
help-questions = Saisissez les réponses définies pour votre compte. Elles sont vérifiées toutes ensemble. Ctrl-R affiche votre saisie pendant cinq secondes. Si vous ne vous souvenez plus des réponses, choisissez une autre méthode.

# The predefined questions. Each wording asks for the same as the English one, because an answer is
# registered in one language and may be asked for in another; never change what is asked.
question-first-concert = Quel groupe ou quel chanteur avez-vous entendu à votre premier concert ?
question-first-record = Quel disque, quelle cassette ou quel CD avez-vous acheté vous-même en premier ?
question-first-film = Quel film avez-vous vu lors de votre première sortie au cinéma ?
question-first-play = Quelle pièce ou comédie musicale avez-vous vue lors de votre première sortie au théâtre ?
question-first-book = Quel est le premier livre que vous avez lu en entier en une seule journée ?
question-bedtime-song = Quelle chanson vous chantait-on pour vous endormir dans votre petite enfance ?
question-school-poem = Quel poème avez-vous dû apprendre par cœur à l’école ?
question-first-piece = Quel est le premier morceau que vous avez su jouer sur un instrument ?
question-stuffed-animal = Comment s’appelait la peluche ou la poupée que vous aimiez le plus dans votre enfance ?
question-neighbours-pet = Comment s’appelait un chien ou un chat de vos voisins dans votre enfance ?
question-primary-teacher = Quels étaient le prénom et le nom de l’enseignant que vous préfériez à l’école primaire ?
question-feared-teacher = Quels étaient le prénom et le nom de l’enseignant que vous redoutiez le plus à l’école ?
question-first-desk-mate = Quels étaient le prénom et le nom de l’enfant assis à côté de vous lors de votre première année d’école ?
question-first-crush = Quels étaient le prénom et le nom de la première personne qui a fait battre votre cœur ?
question-first-boss = Quels étaient le prénom et le nom de votre premier supérieur hiérarchique ?
question-first-workplace = Comment s’appelait l’entreprise où vous avez gagné votre premier argent ?
question-driving-teacher = Quels étaient le prénom et le nom de la personne qui vous a appris à conduire ?
question-childhood-doctor = Quels étaient le prénom et le nom du médecin chez qui on vous emmenait dans votre enfance ?
question-childhood-neighbour = Quels étaient le prénom et le nom d’une personne qui habitait à côté de chez vous dans votre enfance ?
question-sweet-shop = Comment s’appelait le magasin où vous achetiez des bonbons dans votre enfance ?
question-grandparents-street = Comment s’appelait la rue où habitaient vos grands-parents ?
question-grandmother-birthplace = Dans quel village ou quelle ville votre grand-mère maternelle a-t-elle grandi ?
question-hiding-place = Quelle était votre cachette préférée dans votre enfance ?
question-lost-thing = Qu’avez-vous perdu dans votre enfance sans jamais le retrouver ?
question-broken-thing = Quel objet auquel quelqu’un d’autre tenait avez-vous cassé un jour ?
question-disliked-dish = Quel plat refusiez-vous de manger dans votre enfance ?
question-first-dish = Quel est le premier plat que vous avez cuisiné sans aide ?
question-childhood-present = De quel cadeau de votre enfance vous souvenez-vous le mieux ?
question-first-phone = Quels étaient la marque et le modèle de votre premier téléphone mobile ?
question-first-bicycle = Quelles étaient la marque et la couleur de votre premier vélo ?
question-first-game = Quel est le premier jeu vidéo auquel vous avez joué jusqu’à la fin ?
question-first-phone-number = Quels sont les cinq derniers chiffres du premier numéro de téléphone que vous avez su par cœur ?
question-first-mountain = Quelle est la première montagne ou colline dont vous avez fait l’ascension ?
question-school-trip = Quelle était la destination de votre première sortie scolaire ?
question-first-club = Comment s’appelait le premier club ou la première équipe dont vous avez fait partie ?

## The human check, on and after the screen of the user ID

welcome-choice-locked = Mon compte est verrouillé
    .detail = Prouver votre identité et le déverrouiller
human-title = Confirmer que vous êtes un être humain
human-code-text = Saisissez aussi les cinq lettres et chiffres dessinés ci-dessous. S’ils sont difficiles à lire, choisissez plutôt l’attente : elle suffit tout autant.
field-human-code = Lettres et chiffres du dessin
human-error-empty = Saisissez ce qui est dessiné ou choisissez l’attente.
human-error-asked = Saisissez aussi ce qui est dessiné ci-dessous ou choisissez l’attente.
human-error-wrong = Ce n’est pas ce qui était dessiné. Voici un nouveau dessin.
human-error-over = Ce dessin n’est plus valable. En voici un nouveau.
human-error-wait-over = Cette attente n’est plus valable. Veuillez patienter encore une fois.
# $minutes (number): until the next wait can begin
human-error-waits-used-up =
    { $minutes ->
        [one] Il y a eu trop d’attentes à partir d’ici. La prochaine pourra commencer dans { $minutes } minute.
        [many] Il y a eu trop d’attentes à partir d’ici. La prochaine pourra commencer dans { $minutes } de minutes.
       *[other] Il y a eu trop d’attentes à partir d’ici. La prochaine pourra commencer dans { $minutes } minutes.
    }
human-wait-text = Une courte attente montre qu’aucun programme n’est à l’œuvre. Rien d’autre ne vous est demandé pour cela.
# $seconds (number): how long the wait takes
human-wait-choice =
    { $seconds ->
        [one] Attendre { $seconds } seconde
        [many] Attendre { $seconds } de secondes
       *[other] Attendre { $seconds } secondes
    }
# $seconds (number): how long the wait still takes
human-waiting =
    { $seconds ->
        [one] Veuillez patienter { $seconds } seconde. La suite s’affichera d’elle-même.
        [many] Veuillez patienter { $seconds } de secondes. La suite s’affichera d’elle-même.
       *[other] Veuillez patienter { $seconds } secondes. La suite s’affichera d’elle-même.
    }
action-wait = Attendre plutôt 20 secondes
help-human = Une courte attente empêche des programmes d’essayer un compte après l’autre. Patientez jusqu’à la fin : la suite s’affichera d’elle-même.

## Unlock or reset?

unlock-title = Déverrouiller ou réinitialiser ?
unlock-text = Votre compte est verrouillé, car un mot de passe erroné a été saisi trop de fois.
unlock-choice-unlock = Le déverrouiller et garder mon mot de passe
    .detail = Si vous connaissez votre mot de passe
unlock-choice-reset = Choisir un nouveau mot de passe
    .detail = Cela déverrouille aussi le compte
unlock-title-not-locked = Votre compte n’est pas verrouillé ici
unlock-text-not-locked = Vous pouvez vous connecter avec votre mot de passe. S’il n’est pas accepté, choisissez-en un nouveau.
password-text-unlocks = Votre compte est verrouillé. Le nouveau mot de passe le déverrouille aussi.
done-title-unlocked = Votre compte a été déverrouillé
done-text-unlocked = Vous pouvez de nouveau vous connecter. Votre mot de passe n’a pas été modifié.
done-text-unlocked-too = Votre compte est aussi déverrouillé.
help-unlock = Une fois le compte déverrouillé, vous pouvez de nouveau vous connecter avec votre mot de passe. Si vous ne le connaissez plus, choisissez-en un nouveau.

## Too many tries from one terminal, or everywhere

slow-title = Trop de tentatives
# $minutes (number): until the next try
slow-text =
    { $minutes ->
        [one] Il y a eu trop de tentatives à partir d’ici, de vous ou d’autres personnes. Recommencez dans { $minutes } minute.
        [many] Il y a eu trop de tentatives à partir d’ici, de vous ou d’autres personnes. Recommencez dans { $minutes } de minutes.
       *[other] Il y a eu trop de tentatives à partir d’ici, de vous ou d’autres personnes. Recommencez dans { $minutes } minutes.
    }
help-slow = Rien n’a été modifié, et cela ne dit rien de votre compte. Revenez plus tard ou adressez-vous au service d’assistance.

## The new password: banned words, breaches, strength

rule-banned = Pas seulement des mots courants ou interdits
rule-breached = Absent des fuites de données connues (vérifié à la fin)
# How strong the new password is, beside a bar that shows the same
strength-too-weak = Robustesse : insuffisante
strength-weak = Robustesse : faible
strength-fair = Robustesse : moyenne
strength-good = Robustesse : bonne
strength-strong = Robustesse : élevée

## The keyboard

# Below a password that is typed while Caps Lock is known to be on
field-caps-lock = Le verrouillage des majuscules est activé.

## Policy changed on the way

error-gate-missing = Une preuve d’identité supplémentaire est maintenant demandée. Choisissez une méthode.

## Ce qu'est devenu l'envoi

notice-not-sent-yet = L’envoi n’a pas encore abouti et va être retenté. Vous pouvez choisir une autre méthode en attendant.
error-not-delivered = Le message n’a pas pu être remis. Choisissez une autre méthode.
ended-denied = La demande a été refusée sur le téléphone. Rien n’a été modifié ici ; la personne titulaire du compte et les administrateurs sont prévenus. Si vous avez refusé par erreur, recommencez.

## Connexion

welcome-choice-sign-in = Modifier mon mot de passe ou mes infos de sécurité
    .detail = Se connecter avec votre mot de passe
sign-in-title = Se connecter
sign-in-text = Saisissez votre identifiant et votre mot de passe, comme lorsque vous vous connectez ailleurs.
# $user (text): the user ID of whoever is logged in on this computer
sign-in-text-known = Vous êtes { $user }. Saisissez votre mot de passe pour continuer.
field-password = Mot de passe
error-empty-current-password = Saisissez votre mot de passe.
error-sign-in-wrong = L’identifiant ou le mot de passe n’est pas correct.
# $minutes (number): until the next try
error-sign-in-locked =
    { $minutes ->
        [one] Trop de mots de passe incorrects. Réessayez dans { $minutes } minute. Si vous avez oublié votre mot de passe, réinitialisez-le.
        [many] Trop de mots de passe incorrects. Réessayez dans { $minutes } minutes. Si vous avez oublié votre mot de passe, réinitialisez-le.
       *[other] Trop de mots de passe incorrects. Réessayez dans { $minutes } minutes. Si vous avez oublié votre mot de passe, réinitialisez-le.
    }
help-sign-in = Il s’agit du mot de passe que vous avez maintenant, y compris un mot de passe temporaire qu’on vous a donné. Si vous ne le connaissez pas, revenez en arrière et indiquez que vous l’avez oublié.
refused-title-sign-in = Vous ne pouvez pas vous connecter ici
refused-text-sign-in = Vous ne pouvez pas vous connecter ici pour le moment.
gate-title-sign-in = Prouvez que c’est bien vous
gate-text-sign-in = Le mot de passe était correct. Comment voulez-vous prouver que c’est bien vous ?
gate-title-change = Prouvez encore une fois que c’est bien vous
gate-text-change = Avant la modification de vos infos de sécurité, prouvez que c’est toujours vous. Comment voulez-vous le faire ?
password-again-text = Avant la modification de vos infos de sécurité, saisissez encore une fois votre mot de passe.
error-password-wrong = Ce n’est pas votre mot de passe.
help-password-again = Vous n’avez pas encore d’autre méthode ; votre mot de passe vous est donc demandé. Échap revient en arrière sans rien modifier.

## Une fois connecté

menu-title = Votre compte
menu-choice-change = Modifier mon mot de passe
    .detail = En choisir un nouveau
menu-choice-info = Mes infos de sécurité
    .detail = Voir et modifier vos moyens de prouver votre identité
menu-choice-out = Se déconnecter
    .detail = Retour au premier écran
help-menu = Choisissez ce que vous voulez faire. Quand vous avez terminé, déconnectez-vous pour que personne ne continue en votre nom.
change-title = Modifier votre mot de passe
change-title-due = Vous devez modifier votre mot de passe
change-text-temporary = Votre mot de passe vous a été donné par quelqu’un d’autre. Choisissez-en un que personne d’autre ne connaît.
change-text-expired = Votre mot de passe a expiré. Choisissez-en un nouveau.
note-password-changed = Votre mot de passe a été modifié.
note-password-changed-told = Votre mot de passe a été modifié. Un avis est en cours d’envoi à vos adresses e-mail.
done-title-own = Votre mot de passe a été modifié

## Informations supplémentaires requises

register-title = Informations supplémentaires requises
register-text = Configurez vos moyens de prouver votre identité, afin de pouvoir vous dépanner si un jour vous oubliez votre mot de passe.
# $have (number): methods that count so far; $required (number): how many are needed
register-progress = Configuré jusqu’ici : { $have } sur { $required }.
register-not-alone = Ce qui est configuré jusqu’ici ne compte qu’avec une autre méthode. Configurez-en encore une.
register-text-nothing = Rien ne peut être configuré ici pour le moment. Adressez-vous à votre administrateur.
# $address (text): an address or a number, mostly hidden
register-choice-confirm = Confirmer { $address }
help-register = La première de la liste est la plus sûre, et celle que nous recommandons. Les téléphones et les questions sont moins sûrs. Cela ne peut pas être remis à plus tard ; Ctrl-X y met fin, et la question sera posée à la prochaine connexion.
ended-signed-out = Votre session est terminée : elle a duré trop longtemps ou a été terminée ailleurs. Les modifications déjà effectuées sont conservées.
enough-title = Vous avez configuré assez de méthodes
enough-text = Vous pouvez maintenant vous dépanner si vous oubliez votre mot de passe. Si possible, configurez une méthode de plus que nécessaire : cela aide quand un téléphone est perdu.
enough-choice-on = Continuer
enough-choice-more = Ajouter une autre méthode
help-enough = Deux méthodes ou plus, c’est le mieux. L’une d’elles devrait être une application.
reconfirm-title = Est-ce toujours exact ?
reconfirm-text = Veuillez vérifier comment vous pouvez prouver votre identité :
reconfirm-choice-right = Tout est exact
reconfirm-choice-change = Modifier quelque chose
note-confirmed = Merci d’avoir vérifié.
help-reconfirm = Une adresse ou un numéro que vous n’avez plus vous bloquerait au moment où vous en avez besoin. Modifiez maintenant ce qui n’est plus exact.

## Mes infos de sécurité

info-title = Mes infos de sécurité
info-text = Voici vos moyens de prouver votre identité. Choisissez-en un pour le modifier.
info-text-empty = Rien n’est encore configuré. Deux méthodes ou plus, c’est le mieux, à commencer par une application.
info-choice-add = Ajouter une méthode
help-info = Ce que votre organisation a fourni peut être confirmé et devient alors vôtre. Avant toute modification, vous prouvez encore une fois que c’est bien vous.
# One line for each method. $address (text): an address or a number, mostly hidden
item-app-notification = Notification d’application
item-app-code = Application d’authentification
item-email = E-mail : { $address }
item-mobile-phone = Téléphone mobile : { $address }
item-office-phone = Téléphone du bureau : { $address }
# $count (number): how many questions are answered
item-security-questions =
    { $count ->
        [one] Questions de sécurité : { $count } réponse
        [many] Questions de sécurité : { $count } réponses
       *[other] Questions de sécurité : { $count } réponses
    }
# $date (date): since when it is registered
item-detail-own = Configuré le { $date }
item-detail-own-first = Proposé en premier ; configuré le { $date }
item-detail-provided = Fourni par votre organisation
item-detail-provided-first = Proposé en premier ; fourni par votre organisation
item-detail-unusable = Inutilisable pour le moment
one-choice-change = Modifier
one-choice-confirm = Confirmer comme étant à moi
one-choice-first = Proposer en premier
one-choice-not-first = Ne plus proposer en premier
one-choice-delete = Supprimer
help-one = Choisissez ce qu’il faut faire de cette méthode. Échap revient à la liste.
delete-title = Supprimer cette méthode ?
delete-text = Vous ne pourrez plus prouver votre identité avec elle. Un avis en est envoyé, y compris à une adresse ou à un numéro supprimé.
delete-choice-keep = Non, la garder
delete-choice-delete = Oui, la supprimer
help-delete = La suppression est définitive, mais vous pouvez configurer la méthode à nouveau.
note-registered = La méthode est configurée.
note-first = Cette méthode est désormais proposée en premier.
note-not-first = Cette méthode n’est plus proposée en premier.
note-deleted = La méthode a été supprimée.

## Configurer une méthode

add-title = Ajouter une méthode
add-text = Quelle méthode voulez-vous configurer ? La première est la plus sûre.
add-choice-app-notification = Des demandes dans une application mobile
add-choice-app-code = Une application d’authentification
add-choice-email = Une adresse e-mail privée
add-choice-mobile-phone = Mon téléphone mobile
add-choice-security-questions = Des questions de sécurité
add-detail-recommended = Recommandé
add-detail-good = Bien
add-detail-weaker = Moins sûr
help-add = Une application est la méthode la plus sûre. Un numéro de téléphone peut être détourné et une réponse découverte ; ces méthodes sont donc moins sûres, mais mieux que rien.
address-title = Votre adresse e-mail
address-text = Saisissez une adresse hors de votre organisation, que vous pouvez lire sans ce mot de passe. Un code y est envoyé.
field-address = Adresse e-mail
error-empty-address = Saisissez l’adresse.
error-enrol-address = Ce n’est pas une adresse e-mail.
error-enrol-own-domain = Cette adresse appartient à votre organisation. Vous ne pourriez pas la lire sans votre mot de passe ; saisissez-en une autre.
help-address = Une adresse privée est préférable. Une fois saisi le code qui y arrive, l’adresse peut prouver votre identité.
phone-number-title = Votre numéro de mobile
phone-number-text = Saisissez le numéro sous sa forme internationale, avec + et l’indicatif du pays, par exemple +33 6 39 98 01 18. Un code y est envoyé.
phone-number-weaker = Un numéro peut être détourné ; une application est donc plus sûre.
error-enrol-number = Ce n’est pas un numéro international. Il commence par + et l’indicatif du pays.
help-phone-number = Saisissez le numéro avec + et l’indicatif du pays ; les espaces ne gênent pas. Une fois saisi le code qui arrive, le numéro peut prouver votre identité.
confirm-title-email = Confirmez votre adresse e-mail
confirm-title-phone = Confirmez votre numéro de mobile
confirm-title-call = Confirmez votre numéro
# $address (text): the number, mostly hidden; $minutes (number): how long it is tried
call-text-register =
    { $minutes ->
        [one] Nous appelons { $address }. Décrochez et appuyez sur # dans un délai de { $minutes } minute.
        [many] Nous appelons { $address }. Décrochez et appuyez sur # dans un délai de { $minutes } minutes.
       *[other] Nous appelons { $address }. Décrochez et appuyez sur # dans un délai de { $minutes } minutes.
    }
call-progress-dialling = L’appel est en cours d’établissement.
call-progress-ringing = Le téléphone sonne.
call-progress-answered = L’appel a été pris. Appuyez sur # sur le téléphone.
call-progress-busy = La ligne était occupée. Vous pouvez vous faire rappeler.
call-progress-no-answer = Personne n’a répondu. Vous pouvez vous faire rappeler.
call-progress-no-key = Aucune touche n’a été appuyée. Vous pouvez vous faire rappeler.
call-progress-hung-up = L’appel s’est terminé avant l’appui sur #. Vous pouvez vous faire rappeler.
help-confirm-code = Saisissez le code envoyé. S’il n’arrive pas en une minute, faites-en envoyer un autre ou configurez une autre méthode.
help-confirm-call = Décrochez et appuyez sur # quand on vous le demande. Si vous n’avez pas demandé l’appel, appuyez sur *.
error-too-late-here = Ce code n’est plus valable. Faites-en envoyer un autre ou configurez une autre méthode.
error-enrol-over = La confirmation n’est plus possible. Recommencez la configuration ou choisissez une autre méthode.
error-enrol-not-allowed = Votre organisation ne le permet pas.
error-enrol-enough = Vous en avez déjà autant que possible. Supprimez-en d’abord une.
error-enrol-already = C’est déjà configuré.
error-enrol-not-now = Rien ne peut y être envoyé pour le moment. Réessayez plus tard ou configurez une autre méthode.
error-enrol-still-needed = Suppression impossible : vous auriez moins de méthodes que nécessaire. Configurez-en d’abord une autre.
error-enrol-gone = Cela n’existe plus.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-question-title = Question { $number } sur { $count }
new-question-text = Choisissez une question dont personne d’autre ne connaît la réponse. Une réponse peut être découverte ; les questions sont donc une méthode moins sûre.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-answer-title = Réponse { $number } sur { $count }
new-answer-text = Saisissez une réponse dont vous vous souviendrez. Les majuscules et les espaces en trop ne comptent pas.
error-empty-new-answer = Saisissez une réponse.
help-new-questions = Choisissez chaque question dans la liste et répondez-y ; aucune n’est posée deux fois. Personne ne voit vos réponses, et Ctrl-R montre votre saisie pendant cinq secondes.
# Why an answer is not taken
error-answers-count = Répondez à chaque question.
error-question-gone = Cette question ne peut plus être choisie. Choisissez-en une autre.
error-question-twice = Vous avez déjà choisi cette question. Choisissez-en une autre.
error-answer-twice = Vous avez déjà donné cette réponse à une autre question. Donnez à chacune la sienne.
error-answer-short = Cette réponse est trop courte.
error-answer-long = Cette réponse est trop longue.
error-answer-guessable = Cette réponse est trop facile à deviner.
error-answer-from-question = La réponse ne doit pas figurer dans la question.
error-answer-from-name = La réponse ne doit pas contenir votre nom.
action-different = Configurer une autre méthode
action-call = M’appeler plutôt

## Requests on the demo's phone

# Below a request, once it was answered there
phone-answered = Vous avez répondu.

## A request on the app of a phone

# The label of the field for the number that the request shows
field-request-number = Nombre affiché sur votre téléphone
# $minutes (number): how long the request is valid
code-text-request =
    { $minutes ->
        [one] Une demande est en cours d’envoi à l’application ntfy de votre téléphone. Elle affiche un nombre : saisissez-le ici. Il est valable pendant { $minutes } minute. Quelqu’un d’autre est à l’origine de cette demande ? Choisissez alors « Refuser » sur le téléphone.
        [many] Une demande est en cours d’envoi à l’application ntfy de votre téléphone. Elle affiche un nombre : saisissez-le ici. Il est valable pendant { $minutes } de minutes. Quelqu’un d’autre est à l’origine de cette demande ? Choisissez alors « Refuser » sur le téléphone.
       *[other] Une demande est en cours d’envoi à l’application ntfy de votre téléphone. Elle affiche un nombre : saisissez-le ici. Il est valable pendant { $minutes } minutes. Quelqu’un d’autre est à l’origine de cette demande ? Choisissez alors « Refuser » sur le téléphone.
    }
# After Verify was chosen on the phone, which is not enough
code-text-request-verified = Vous avez choisi « Confirmer » sur votre téléphone. Saisissez maintenant le nombre que la demande y affiche.
notice-request-again = Une nouvelle demande est en cours d’envoi. Les nombres des demandes précédentes ne sont plus valables.
error-empty-request = Saisissez le nombre que votre téléphone affiche.
# $digits (number): how many digits the number has
error-malformed-request =
    { $digits ->
        [one] Le nombre comporte { $digits } chiffre et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
        [many] Le nombre comporte { $digits } de chiffres et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
       *[other] Le nombre comporte { $digits } chiffres et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
    }
# $left (number): how many tries are left
error-wrong-request =
    { $left ->
        [one] Ce n’est pas le nombre de la demande la plus récente. Il vous reste { $left } tentative.
        [many] Ce n’est pas le nombre de la demande la plus récente. Il vous reste { $left } de tentatives.
       *[other] Ce n’est pas le nombre de la demande la plus récente. Il vous reste { $left } tentatives.
    }
error-too-late-request = Cette demande n’est plus valable. Demandez-en une nouvelle ou choisissez une autre méthode.
action-ask-again = Envoyer une autre demande
help-request = Une demande a été envoyée à l’application ntfy de votre téléphone. Elle indique le terminal d’où elle provient et affiche un nombre. Choisissez-y « Confirmer » et saisissez le nombre ici. Si elle n’arrive pas dans la minute, demandez-en une autre ou choisissez une autre méthode.

## Telephone calls

action-call-again = Appeler à nouveau
# $number (text): the number we have, mostly hidden
number-text-call = Nous avons un numéro de mobile qui se termine ainsi : { $number }. Saisissez le numéro complet, avec l’indicatif du pays ou tel que vous le composez dans votre pays. S’il correspond à celui que nous avons, il est appelé.
# $number (text): the number we have, mostly hidden
number-text-office = Nous avons un numéro de bureau qui se termine ainsi : { $number }. Saisissez le numéro complet, avec l’indicatif du pays ou tel que vous le composez dans votre pays, sans le poste. S’il correspond à celui que nous avons, il est appelé.
field-number-office = Numéro du bureau
help-number-office = Saisissez en entier le numéro de bureau que votre organisation connaît, mais sans le poste. Les espaces, les tirets et les parenthèses ne gênent pas. Si vous ne pouvez pas répondre à ce téléphone maintenant, choisissez une autre méthode.
# $number (text): the number, mostly hidden
call-text-calling = Nous appelons le { $number }. Répondez, écoutez, puis appuyez sur la touche # du téléphone. La suite vient ici d’elle-même.
# $number (text): the number, mostly hidden
call-text-ringing = Le téléphone { $number } sonne. Répondez, écoutez, puis appuyez sur la touche # du téléphone. La suite vient ici d’elle-même.
call-text-answered = L’appel a été pris. Écoutez, puis appuyez sur la touche # du téléphone. La suite vient ici d’elle-même.
call-notice-trouble = L’appel n’a pas encore pu être passé et sera retenté. En attendant, vous pouvez choisir une autre méthode.
call-error-busy = La ligne est occupée.
call-error-no-answer = Personne n’a répondu à l’appel.
call-error-no-key = L’appel a été pris, mais la touche # n’a pas été pressée. C’était peut-être une messagerie vocale.
call-error-hung-up = L’appel a été refusé, ou terminé avant que la touche # ne soit pressée.
call-error-failed = L’appel n’a pas pu être passé.
call-error-over = Le temps prévu pour cet appel est écoulé.
# $number (text): the number, mostly hidden
call-text-over = Vous pouvez faire appeler à nouveau le { $number } ou choisir une autre méthode.
help-call = Votre téléphone est appelé. Répondez, écoutez le message, puis appuyez sur la touche # du téléphone ; rien ne se saisit ici. S’il ne sonne pas dans la minute, choisissez une autre méthode.
ended-call-denied = La réponse à l’appel a été la touche *, qui signale qu’il n’avait pas été demandé. Rien n’a été modifié ici ; la personne titulaire du compte et les administrateurs sont prévenus. Si c’était une erreur de votre part, recommencez.

# In the demo, on the phone. What is said in the call is below it.
phone-call-rings = Appel. F6, puis : Entrée répond, Retour arrière refuse.
phone-call-talks = En ligne. # approuve, * signale, Retour arrière raccroche.

## Registering an authenticator app

app-code-title = Configurer une application d’authentification
app-code-scan = Scannez ce code avec votre application d’authentification, ou saisissez-y la clé. Continuez ensuite et saisissez le code qu’elle affiche.
app-code-type = Saisissez cette clé dans votre application d’authentification. Continuez ensuite et saisissez le code qu’elle affiche.
app-code-key = Clé
app-code-confirm = Saisissez le code que l’application d’authentification affiche maintenant pour ce compte.
# $left (number): how many tries are left
error-wrong-new-app-code =
    { $left ->
        [one] L’application n’affiche pas ce code pour ce compte en ce moment. Il vous reste { $left } tentative.
        [many] L’application n’affiche pas ce code pour ce compte en ce moment. Il vous reste { $left } de tentatives.
       *[other] L’application n’affiche pas ce code pour ce compte en ce moment. Il vous reste { $left } tentatives.
    }
help-app-code = Toute application d’authentification qui affiche des codes à six chiffres convient. Ajoutez un compte dans l’application et dirigez l’appareil photo vers le code. Ne montrez ni le code ni la clé à personne : avec eux, n’importe qui peut produire vos codes.
help-app-code-confirm = Le code change toutes les 30 secondes. S’il n’est pas accepté, attendez le suivant et vérifiez que le téléphone règle son heure automatiquement. Avec « Retour », vous revoyez la clé.

## Registering the app for notifications

app-title = Configurer des demandes dans une application
app-scan = Scannez ce code avec votre téléphone pour abonner l’application ntfy, ou saisissez-y ceci. Continuez ensuite : une demande de test arrive.
app-type = Abonnez l’application ntfy de votre téléphone à ce sujet. Continuez ensuite : une demande de test arrive.
app-server = Serveur
app-topic = Sujet
# Of the server: a user name and a password, or a token
app-credential = Connexion au serveur
app-test = Une demande de test est en cours d’envoi à votre téléphone. Choisissez-y « Confirmer » et saisissez ici le nombre qu’elle affiche.
app-verified = Vous avez choisi « Confirmer » sur votre téléphone. Saisissez maintenant le nombre que la demande de test y affiche.
field-app-number = Nombre affiché sur votre téléphone
action-test-again = Envoyer un autre test
error-empty-app-number = Saisissez le nombre que votre téléphone affiche.
# $digits (number): how many digits the number has
error-malformed-app-number =
    { $digits ->
        [one] Le nombre comporte { $digits } chiffre et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
        [many] Le nombre comporte { $digits } de chiffres et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
       *[other] Le nombre comporte { $digits } chiffres et rien d’autre. Cette saisie n’a pas été comptée comme une tentative.
    }
# $left (number): how many tries are left
error-wrong-app-number =
    { $left ->
        [one] Ce n’est pas le nombre du test le plus récent. Il vous reste { $left } tentative.
        [many] Ce n’est pas le nombre du test le plus récent. Il vous reste { $left } de tentatives.
       *[other] Ce n’est pas le nombre du test le plus récent. Il vous reste { $left } tentatives.
    }
error-late-app-number = Ce test n’est plus valable. Demandez-en un autre.
notice-app-tested-again = Un nouveau test est en cours d’envoi. Les nombres des tests précédents ne sont plus valables.
help-app = Installez d’abord l’application ntfy sur votre téléphone. Le sujet n’appartient qu’à vous : ne le montrez à personne. Si l’application demande une connexion au serveur, saisissez ce que cet écran affiche.
help-app-test = Si le test n’arrive pas dans la minute, vérifiez dans l’application ntfy que le sujet et le serveur sont corrects et qu’elle peut afficher des notifications. Avec « Retour », vous les revoyez.

## The guided tour, in the demo

# As short as can be
keys-tour = F7 étapes
# The same where F8 changes between kiosk and console
keys-tour-admin = F7 étapes  F8 changer
# In the console of the demo without a tour
keys-kiosk = F8 borne
# $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called
tour-line = Visite, étape { $step } sur { $total } : { $title }
# Of a step with several parts. $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called; $done (number): parts that are done; $parts (number): how many parts it has
tour-line-parts = Visite, étape { $step } sur { $total } : { $title } ({ $done } sur { $parts })
# Above the list of the steps; columns are narrow
tour-title = Visite guidée (F7)
tour-ticked = Une étape est cochée dès que la base indique qu’elle est faite, où que ce soit.
# $number (number): the number of an audit record; $reference (text): a short code of letters and digits
tour-audited = Dans le journal d’audit, les administrateurs voient la réinitialisation dans l’enregistrement { $number }, avec la référence { $reference }.
tour-over = La visite est terminée.
    .how = Vous avez tout vu. F7 affiche les étapes et ce que voient les administrateurs. Ctrl-X sur le premier écran met fin à la démonstration.
# Each step: its name, and how it is done. $account (text): Mia's user ID; $number (text): her mobile number; $admin (text): the administrator's user ID; $password (text): the administrator's password; $reference (text): a short code of letters and digits
tour-enter = Se connecter à la console
    .how = Connectez-vous en tant que { $admin } avec le mot de passe « { $password } ». Le code se trouve sur le téléphone, sous « Authentification ».
tour-group = Créer un groupe
    .how = Dans la console, ouvrez les groupes et créez le groupe de sécurité SSPRTesters. Ajoutez-y Mia Steele comme membre : { $account }.
tour-enable = Activer pour le groupe
    .how = Dans la console, ouvrez les propriétés, activez la réinitialisation pour certains groupes, choisissez SSPRTesters et enregistrez.
tour-review = Vérifier quatre pages
    .how = Parcourez les méthodes d’authentification, l’inscription, les notifications et la personnalisation. Ctrl-S enregistre vos modifications, ou note qu’une page convient telle quelle.
tour-phone = Inscrire le téléphone de Mia
    .how = F8 mène à la borne. Choisissez « Modifier mon mot de passe ou mes infos de sécurité », connectez-vous en tant que Mia et configurez son téléphone mobile : { $number }.
tour-forget = Oublier le mot de passe
    .how = À la borne, choisissez « J’ai oublié mon mot de passe » et saisissez l’identifiant { $account }.
tour-prove = Prouver son identité
    .how = Choisissez deux méthodes, l’une après l’autre. Les codes et les demandes arrivent sur le téléphone ; F6 y mène.
tour-new-password = Choisir un mot de passe
    .how = Saisissez-en un nouveau deux fois, de préférence composé de plusieurs mots. La liste indique les règles respectées.
tour-notice = Recevoir l’avis
    .how = Un e-mail dit à Mia ce qui s’est passé, quand et où. Il arrive tout seul sur le téléphone.
tour-sign-in = Se connecter avec
    .how = Sur le premier écran, choisissez « Modifier mon mot de passe ou mes infos de sécurité ». Connectez-vous avec le nouveau mot de passe et une autre méthode.
tour-register = Inscrire une méthode
    .how = Choisissez « Mes infos de sécurité », puis « Ajouter une méthode » et « Mon téléphone mobile ». Saisissez { $number } ; le code arrive sur le téléphone.
tour-record = La retrouver dans l’audit
    .how = Chaque étape y est un enregistrement qui ne peut pas être modifié sans que cela se voie. Tout le journal est en cours de vérification.
tour-look-up = La retrouver par la référence
    .how = F8 mène à la console. Dans la vue d’ensemble, Entrée puis h ouvrent le service d’assistance. Saisissez-y la référence de la réinitialisation : { $reference }.
# In the demo without a tour, below its hint on the first screen. $admin (text): the administrator's user ID; $password (text): the administrator's password
demo-hint-console = F8 ouvre la console des administrateurs : { $admin }, mot de passe « { $password } », code sur le téléphone.

## A temporary access pass, from the help desk, in place of a method

choice-access-pass = Utiliser un passe d’accès temporaire
pass-text = Saisissez le passe d’accès temporaire que le service d’assistance vous a donné. Il ne peut servir qu’une fois.
field-access-pass = Passe d’accès temporaire
error-empty-pass = Saisissez le passe d’accès temporaire.
# $letters (number): how many letters and digits a pass has
error-malformed-pass = Un passe d’accès temporaire comporte { $letters } lettres et chiffres. Cette saisie n’a pas été comptée comme une tentative.
# $left (number): how many tries are left
error-wrong-pass =
    { $left ->
        [one] Ce n’est pas le bon passe. Il vous reste { $left } tentative.
        [many] Ce n’est pas le bon passe. Il vous reste { $left } de tentatives.
       *[other] Ce n’est pas le bon passe. Il vous reste { $left } tentatives.
    }
error-pass-too-late = Ce passe d’accès temporaire n’est plus valable. Demandez-en un nouveau au service d’assistance ou choisissez une autre méthode.
help-pass = Le service d’assistance vous donne un passe d’accès temporaire si vous avez perdu votre téléphone et qu’il s’est assuré de votre identité. Les majuscules, les espaces et les tirets n’ont pas d’importance.
note-signed-in-by-pass = Votre passe d’accès temporaire ne peut plus servir. Ouvrez maintenant « Mes infos de sécurité » et configurez un nouveau moyen de prouver votre identité.

# À l’entrée de la console d’administration

sign-in-text-console = Connectez-vous à la console avec votre compte d’administrateur. Après le mot de passe, votre second facteur vous est demandé.
ended-no-role = La console est réservée aux administrateurs et votre compte n’a aucun rôle d’administrateur. Une personne qui gère les administrateurs peut lui en donner un.
gate-text-again = Vous êtes connecté ; cette étape demande encore une fois votre second facteur. Comment voulez-vous prouver votre identité ?
register-text-factor = La console s’ouvre avec un second facteur et votre compte n’en a pas encore. Configurez-en un maintenant.
register-choice-later = Le faire plus tard et ouvrir la console
help-register-factor = Un second facteur est quelque chose que vous avez sur vous : une application sur votre téléphone ou le téléphone lui-même. Il est demandé à chaque ouverture de la console. Ctrl-X met fin à l’opération sans rien configurer.
help-register-later = La première méthode de la liste est la plus sûre, c’est celle que nous recommandons. La dernière ligne ouvre la console ; la question sera posée de nouveau à votre prochaine connexion.
