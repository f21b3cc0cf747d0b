# The settings, as administrators read them: the name, and the advice about it.

setting-organisation-name = Nom de l’organisation
    .advice = Le nom sous lequel elle est connue. Il ne peut pas figurer dans les mots de passe.
setting-organisation-domains = Domaines de messagerie de l’organisation
    .advice = Une adresse de ces domaines ne peut pas prouver l’identité d’une personne : qui n’a plus accès à son compte ne peut pas y lire ses messages.
setting-sspr-enabled = Réinitialisation de mot de passe en libre-service
    .advice = Commencez par des groupes sélectionnés, puis activez-la pour tous.
setting-sspr-groups = Groupes sélectionnés
    .advice = Les membres des groupes imbriqués comptent.
setting-sspr-excluded-groups = Groupes exclus
    .advice = L’appartenance à l’un d’eux l’emporte sur les groupes sélectionnés.
setting-methods-enabled = Méthodes autorisées
    .advice = Activez-en deux de plus que le nombre exigé, afin que la perte d’une méthode ne bloque personne.
setting-methods-required = Méthodes exigées pour réinitialiser
    .advice = Avec deux méthodes, le compte reste protégé si l’une d’elles tombe entre de mauvaises mains.
setting-questions-to-register = Questions à enregistrer
    .advice = Davantage que le nombre de questions posées, pour qu’une réponse oubliée soit sans conséquence.
setting-questions-to-reset = Questions posées pour réinitialiser
    .advice = Les réponses peuvent se deviner ou se découvrir ; trois est un minimum.
setting-questions-custom = Questions propres à l’organisation
    .advice = Ne demandez rien qui figure sur une page de profil.
setting-questions-alone = Questions comme seule méthode
    .advice = Laissez cette option désactivée : les questions sont la méthode la plus faible.
setting-registration-required-at-sign-in = Enregistrement à la connexion
    .advice = Activez cette option pour que chacun dispose de méthodes avant d’en avoir besoin.
setting-registration-reconfirm-days = Jours avant une nouvelle confirmation des méthodes
    .advice = 180 est courant ; avec 0, la confirmation n’est jamais demandée et les numéros deviennent obsolètes.
setting-notify-users-on-reset = Avertir les personnes de leur réinitialisation
    .advice = Activez cette option : c’est ainsi qu’elles remarquent que quelqu’un d’autre a agi.
setting-notify-admins-on-admin-reset = Avertir les administrateurs de la réinitialisation de l’un d’eux
    .advice = Activez cette option : le compte d’un administrateur est une cible de choix.
setting-unlock-without-reset = Déverrouiller sans nouveau mot de passe
    .advice = Seulement pour les annuaires qui verrouillent souvent des comptes par erreur.
setting-writeback-enabled = Écrire les mots de passe dans les annuaires
    .advice = La désactivation arrête immédiatement toute réinitialisation d’un compte d’annuaire.
setting-captcha = Vérification humaine
    .advice = La limiter aux terminaux distants est courant ; une borne dans un couloir n’en a pas besoin.
setting-explain = Indiquer pourquoi un compte est refusé
    .advice = Laissez cette option désactivée : elle révèle à des inconnus quels comptes existent.
setting-codes-length = Nombre de chiffres d’un code
    .advice = Six suffisent, car il n’y a que cinq tentatives.
setting-password-preset = Règles des mots de passe
    .advice = Les règles modernes demandent de la longueur, pas des caractères inhabituels.
setting-password-min-length = Longueur minimale d’un mot de passe
    .advice = Au moins 12 ; au moins 15 si seul le mot de passe protège le compte.
setting-password-max-length = Longueur maximale d’un mot de passe
    .advice = Au moins 64, pour permettre des phrases entières.
setting-password-history = Anciens mots de passe non réutilisables
    .advice = Le mot de passe actuel compte toujours.
setting-password-expires-days = Jours avant l’expiration d’un mot de passe
    .advice = 0 : les personnes obligées de changer choisissent des mots de passe plus faibles.
setting-password-banned = Mots interdits
    .advice = Les noms de produits, de lieux et d’équipes que l’on choisirait ici.
setting-lockout-sspr-failures = Échecs avant le blocage de la réinitialisation
    .advice = Cinq ; il en faut rarement davantage.
setting-lockout-sspr-hours = Durée d’un blocage en heures
    .advice = 24 ; un administrateur peut le lever.
setting-lockout-sign-in-failures = Échecs avant le verrouillage de la connexion
    .advice = Dix ; un même mot de passe erroné n’est compté qu’une fois.
setting-lockout-sign-in-seconds = Durée du premier verrouillage en secondes
    .advice = 60 ; elle double à chaque nouvel échec.
setting-delivery-sms-per-day = SMS par jour
    .advice = Un peu plus que le nécessaire : cela limite le coût d’une fraude.
setting-delivery-calls-per-day = Appels par jour
    .advice = Un peu plus que le nécessaire : cela limite le coût d’une fraude.
setting-delivery-per-destination-per-day = Messages par jour vers une même destination
    .advice = Dix évitent que quiconque soit submergé.
setting-delivery-blocked-prefixes = Préfixes de numéros bloqués
    .advice = Les pays où ne se trouve aucun membre de votre organisation.
setting-licence-default = Licence des comptes qui n’en ont pas en propre
    .advice = Attribuez une licence propre aux comptes pour lesquels elle diffère.
setting-licence-trial = Version d’essai
    .advice = Une version d’essai ne permet pas les appels.
setting-branding-logo = Logo
    .advice = Dessin en caractères, 60 colonnes et 6 lignes au maximum.
setting-branding-accent = Couleur d’accentuation
    .advice = Elle n’est jamais seule à signaler quoi que ce soit.
setting-branding-sign-in-text = Texte de l’écran d’accueil
    .advice = Un par langue ; indiquez où trouver le service d’assistance.
setting-branding-helpdesk-url = Service d’assistance : adresse web
    .advice = Une page lisible sans se connecter.
setting-branding-helpdesk-email = Service d’assistance : e-mail
    .advice = Une adresse qui répond aussi à qui écrit depuis une adresse privée.
setting-branding-helpdesk-phone = Service d’assistance : téléphone
    .advice = Le moyen qui fonctionne sans aucun compte.
setting-branding-languages = Langues proposées
    .advice = Laissez ce champ vide pour les proposer toutes.
setting-branding-default-language = Langue des messages
    .advice = Utilisée lorsque ni le compte ni l’écran n’en indiquent une.

# Refusals: why something was not done, and what to do instead.

refusal-role = Aucun de vos rôles ne le permet. Adressez-vous à un administrateur général.
refusal-field-principal-name = « { $given } » ne convient pas ici. Saisissez un nom d’utilisateur principal, par exemple mias@contoso.example.
refusal-field-address = « { $given } » ne convient pas ici. Saisissez une adresse e-mail, par exemple mia@home.example.
refusal-field-name = « { $given } » ne convient pas ici. Saisissez de 1 à 256 caractères visibles.
refusal-field-phone = « { $given } » ne convient pas ici. Saisissez le numéro au format international, par exemple +44 20 7946 0000.
refusal-field-language = « { $given } » ne convient pas ici. Choisissez l’une des langues proposées.
refusal-setting-unknown = Le paramètre « { $key } » n’existe pas.
refusal-setting-text = Saisissez au plus { $most } caractères.
refusal-setting-flag = Choisissez activé ou désactivé.
refusal-setting-choice = Choisissez parmi les valeurs proposées.
refusal-setting-number = Saisissez un nombre entier de { $low } à { $high }.
refusal-setting-list = Saisissez au plus { $most } éléments, chacun de { $shortest } à { $longest } caractères.
refusal-setting-groups = Saisissez des noms de groupes existants.
refusal-clash-name = L’organisation doit avoir un nom.
refusal-clash-no-method = Activez d’abord une méthode : sans méthode, personne ne peut réinitialiser de mot de passe.
refusal-clash-few-methods = Le nombre de méthodes exigées dépasse celui des méthodes activées. Activez-en une autre ou n’en exigez qu’une.
refusal-clash-no-group = Indiquez au moins un groupe : la réinitialisation n’est activée que pour les groupes sélectionnés.
refusal-clash-questions = Il est impossible de poser plus de questions qu’il n’y en a d’enregistrées. Posez-en moins ou faites-en enregistrer davantage.
refusal-clash-lengths = La longueur minimale d’un mot de passe ne peut pas dépasser la longueur maximale.
refusal-clash-domain = « { $domain } » ne peut pas être un domaine de messagerie. Écrivez-le comme contoso.example, sans @.
refusal-clash-helpdesk = Saisissez une adresse e-mail, par exemple help@contoso.example, ou laissez le champ vide.
refusal-clash-prefixes = Saisissez des débuts de numéros internationaux, chacun comme +44.
refusal-clash-language = La langue des messages doit être l’une des langues proposées.
refusal-no-account = Le compte « { $name } » n’existe pas ou n’existe plus.
refusal-account-exists = Le compte « { $name } » existe déjà.
refusal-own-domain = « { $name } » appartient aux domaines de l’organisation, où une personne bloquée ne peut pas lire ses e-mails. Indiquez une adresse extérieure.
refusal-no-licence = La licence « { $name } » n’existe pas.
refusal-no-role = Le rôle « { $name } » n’existe pas.
refusal-none-among-roles = « none » retire tous les rôles. Choisissez-le seul, ou choisissez des rôles sans lui.
refusal-last-administrator = « { $name } » est le dernier administrateur général activé. Donnez d’abord ce rôle à une autre personne.
refusal-own-account = Personne ne désactive ni ne supprime son propre compte. Adressez-vous à un autre administrateur.
refusal-own-authenticator = C’est votre dernière application d’authentification. Ajoutez-en d’abord une autre ou adressez-vous à un autre administrateur.
refusal-no-group = Le groupe « { $name } » n’existe pas. Il a peut-être été supprimé entre-temps.
refusal-group-exists = Le groupe « { $name } » existe déjà.
refusal-group-comma = Le nom d’un groupe ne peut pas contenir de virgule, car les virgules séparent les noms dans les listes.
refusal-no-group-type = Le type de groupe « { $name } » n’existe pas. Choisissez sécurité ou Microsoft 365.
refusal-group-in-policy = La stratégie cite le groupe « { $name } » parmi les groupes sélectionnés ou exclus. Retirez-le d’abord de cette liste.
refusal-no-member = Il n’existe aucun compte ni groupe « { $name } ».
refusal-not-in = « { $name } » ne fait pas partie de « { $group } ».
refusal-circle = « { $name } » ne peut pas faire partie de « { $group } » : un groupe se contiendrait lui-même.
refusal-authenticators = « { $name } » a déjà { $most } applications d’authentification. Supprimez-en une d’abord.
refusal-one-app = « { $name } » a déjà une application qui reçoit les demandes. Supprimez-la d’abord.
refusal-seed = La clé d’une application d’authentification compte de 10 à 64 octets, écrits en Base32 : lettres de A à Z et chiffres de 2 à 7.
refusal-no-method = « { $name } » n’a plus cette méthode.
refusal-administrators-questions = « { $name } » a un rôle d’administrateur, et les administrateurs ne peuvent pas prouver leur identité par des questions de sécurité. Ajoutez plutôt une application d’authentification.
refusal-answers = Ces réponses ne conviennent pas. Chaque question demande sa propre réponse, difficile à deviner.
refusal-too-long = C’est trop long. Saisissez au plus 1 024 octets.
refusal-password = Ce mot de passe ne respecte pas les règles.
refusal-permanent = Un mot de passe donné à une autre personne doit être temporaire.
refusal-sign-in-locked = La connexion à ce compte est verrouillée jusqu’au { $until }.
refusal-sign-in = Le compte ou le mot de passe est incorrect.
refusal-temporary-password = Ce mot de passe est temporaire. Changez-le avant de vous connecter ici.
refusal-expired-password = Ce mot de passe a expiré. Réinitialisez-le avant de vous connecter ici.
refusal-second-factor = Le code d’authentification est incorrect ou a déjà été utilisé.
refusal-changed-meanwhile = Le compte a été modifié entre-temps. Connectez-vous à nouveau.
refusal-message-gone = Le message { $id } ne peut pas être renvoyé, car son contenu n’existe plus.
refusal-no-message = Le message { $id } n’est plus en attente.
refusal-reports-licence = Les rapports d’utilisation exigent la licence P1 ou P2 comme licence par défaut de l’organisation.
refusal-bad-rows =
    { $count ->
        [one] Une ligne ne peut pas être reprise ; rien n’a donc été importé.
        [many] { $count } de lignes ne peuvent pas être reprises ; rien n’a donc été importé.
       *[other] { $count } lignes ne peuvent pas être reprises ; rien n’a donc été importé.
    }
refusal-file = Le fichier ne peut pas être lu ou a été modifié entre-temps. Vérifiez-le, puis réessayez.
refusal-not-initialised = Ce magasin n’a pas encore d’organisation.
refusal-initialised = Ce magasin a déjà une organisation.
refusal-other = { $sentence }
refusal-step-up = Vous avez prouvé votre identité il y a plus de cinq minutes. Prouvez-la de nouveau pour effectuer cette action.

# La console : onglets, touches, messages.

tab-overview = Vue d’ensemble
tab-properties = Propriétés
tab-methods = Méthodes d’authentification
tab-registration = Inscription
tab-notifications = Notifications
tab-customization = Personnalisation
tab-on-premises = Intégration locale
tab-administrators = Stratégie d’administration
tab-users = Utilisateurs
tab-groups = Groupes
tab-passwords = Protection des mots de passe
tab-audit = Audit
tab-usage = Utilisation et aperçus
keys-open = Entrée ouvrir
keys-tabs = Haut/Bas onglets
keys-leave-place = Échap retour
keys-console-help = ? aide
keys-go = : aller à
keys-sign-out = Ctrl-X se déconnecter
keys-answer = Entrée continuer
keys-close = Échap fermer
console-working = Un instant…
console-failed = L’opération n’a pas abouti : le stockage n’a pas répondu comme prévu. Rien n’a été modifié ; la cause figure dans le journal du serveur.
console-no-command = « { $typed } » n’existe pas ici.
console-help = Aide
console-language = Langue
console-go = Aller à
console-line = Nom d’un onglet, ou quit
console-type-word = Tapez { $word } pour continuer.
console-typed = Pour confirmer
console-enter-goes-on = Entrée pour continuer, Échap pour renoncer.
console-discard = Abandonner vos modifications ?
console-discard-text = Elles ne sont pas enregistrées. Entrée les abandonne, Échap y revient.
form-was = avant : { $before }
form-was-empty = avant : vide
help-console = La liste de gauche contient les onglets : Haut et Bas en choisissent un, Entrée y entre, Échap en revient. Ctrl-Page préc. et Ctrl-Page suiv. changent d’onglet de partout ; « : » suivi du début d’un nom aussi. Ctrl-S enregistre, u annule le dernier enregistrement de la stratégie, / filtre une liste. F2 change la langue, F3 les couleurs. Ctrl-X vous déconnecte.
help-overview = L’état du service en un coup d’œil.
overview-welcome = Choisissez un onglet à gauche.
advice-no-help-desk = Indiquez comment joindre le service d’assistance : qui ne peut pas être aidé ici ne sait sinon à qui s’adresser.
advice-few-methods = Activez au moins une méthode de plus que vous n’en exigez : sinon, qui en perd une reste bloqué.
advice-one-method = Exigez deux méthodes : avec une seule, il suffit d’accéder à une boîte aux lettres ou à un téléphone pour prendre le compte.
advice-questions-spare = Faites enregistrer plus de questions qu’il n’en est posé : sinon, une seule réponse oubliée bloque la personne.
advice-questions-alone = N’acceptez pas les questions comme seule méthode : les réponses se devinent ou se trouvent.
advice-no-registration = Demandez l’enregistrement à la connexion : qui n’a aucune méthode ne peut pas réinitialiser son mot de passe.
advice-never-reconfirmed = Faites confirmer les méthodes tous les 180 jours : les numéros et les adresses changent.
advice-users-untold = Prévenez chacun de sa réinitialisation : sinon, personne ne remarque celle qu’un autre aurait faite.
advice-administrators-untold = Prévenez les administrateurs quand le mot de passe de l’un d’eux est réinitialisé : un tel compte vaut une attaque.
advice-no-human-check = Gardez la vérification humaine pour les terminaux distants : sans elle, des programmes peuvent essayer des noms de loin.
advice-explained = Ne dites pas pourquoi un compte est refusé : cela apprend aux inconnus quels comptes existent.
advice-composition = Exigez de la longueur plutôt que des classes de caractères : on les satisfait de façon facile à deviner.
advice-short-passwords = Exigez au moins 12 caractères : c’est la longueur qui rend un mot de passe difficile à deviner.
advice-expiry = Ne faites pas expirer les mots de passe : qui doit en changer en choisit de plus faibles.
advice-many-proofs = Bloquez après cinq preuves échouées : davantage d’essais aide celui qui devine.
advice-short-block = Faites durer un blocage 24 heures : un administrateur peut le lever, et celui qui devine doit attendre.
advice-many-sign-ins = Verrouillez la connexion après dix échecs : davantage d’essais aide celui qui devine.
advice-short-lock = Faites durer le premier verrouillage 60 secondes : plus court, il ralentit à peine celui qui devine.
advice-flooded = Envoyez au plus dix messages par jour à une même destination : davantage permettrait d’inonder quelqu’un.
refusal-no-save = L’enregistrement { $id } n’existe pas.
refusal-nothing-to-undo = Il ne reste aucun enregistrement de la stratégie à annuler.
refusal-undone-already = L’enregistrement { $id } est déjà annulé.

# Les onglets de paramètres, la vérification avant l’enregistrement, l’annulation.

value-on = Activé
value-off = Désactivé
value-nothing = rien
value-comma = { ", " }
setting-sspr-enabled-none = Personne
setting-sspr-enabled-selected = Sélection
setting-sspr-enabled-all = Tous
setting-captcha-off = Désactivée
setting-captcha-on = Activée
setting-captcha-remote-only = Terminaux distants seulement
setting-password-preset-modern = Moderne
setting-password-preset-entra = Entra
setting-password-preset-nist-800-63b-4 = NIST SP 800-63B-4
setting-licence-default-free = Gratuite
setting-licence-default-basic = Basic
setting-licence-default-apps-for-business = Apps for business
setting-licence-default-business-standard = Business Standard
setting-licence-default-business-premium = Business Premium
setting-licence-default-p1 = P1
setting-licence-default-p2 = P2
keys-review = Ctrl-S vérifier et enregistrer
keys-save = Ctrl-S enregistrer
keys-read = Haut/Bas lire
keys-undo = u annuler le dernier enregistrement
keys-put-back = Ctrl-S rétablir
keys-list = Entrée ouvrir
keys-accept = Ctrl-S accepter
keys-new-line = Entrée nouvelle ligne
keys-choose = Espace choisir
keys-filter = / filtrer
keys-take = Espace prendre l’autre valeur
keys-go-on = Entrée continuer
settings-saved = Enregistré. Les bornes en tiennent compte dès leur prochaine étape.
settings-unchanged = Rien n’est modifié.
settings-confirm = Noter que ces paramètres ont été vérifiés et conviennent tels quels ? Le journal le conserve.
settings-confirmed = Noté : ces paramètres conviennent tels quels.
settings-picked = Accepté ici, mais pas encore enregistré. Ctrl-S vérifie et enregistre.
settings-met = Quelqu’un d’autre a modifié un paramètre que vous modifiez aussi. Vous verrez les deux valeurs avant tout enregistrement.
settings-read-only = Vous pouvez consulter ces paramètres, mais pas les modifier.
review-title = Avant d’enregistrer
review-changes = Ce qui change
review-nothing = Rien ne change.
review-will = après : { $after }
review-people = Qui est concerné
review-stranded =
    { $count ->
        [0] Personne ne perd la possibilité de réinitialiser son mot de passe.
        [one] { $count } compte peut réinitialiser son mot de passe aujourd’hui et ne le pourra plus ensuite.
        [many] { $count } de comptes peuvent réinitialiser leur mot de passe aujourd’hui et ne le pourront plus ensuite.
       *[other] { $count } comptes peuvent réinitialiser leur mot de passe aujourd’hui et ne le pourront plus ensuite.
    }
review-reached =
    { $count ->
        [0] Personne n’obtient la possibilité de réinitialiser son mot de passe.
        [one] { $count } compte ne peut pas réinitialiser son mot de passe aujourd’hui et le pourra ensuite.
        [many] { $count } de comptes ne peuvent pas réinitialiser leur mot de passe aujourd’hui et le pourront ensuite.
       *[other] { $count } comptes ne peuvent pas réinitialiser leur mot de passe aujourd’hui et le pourront ensuite.
    }
review-more =
    { $count ->
        [one] et { $count } autre
        [many] et { $count } d’autres
       *[other] et { $count } autres
    }
review-advice = Conseils
conflict-title = Modifié par quelqu’un d’autre
conflict-text = Rien n’est encore enregistré. Quelqu’un d’autre a modifié ce qui suit depuis que vous avez ouvert le formulaire. Choisissez chaque fois si sa valeur reste ou si la vôtre la remplace.
conflict-theirs = L’autre valeur : { $value } (par { $by }, { $at })
conflict-theirs-unknown = L’autre valeur : { $value }
conflict-yours = Votre valeur : { $value }
conflict-theirs-taken = Les autres valeurs restent ; les vôtres sont abandonnées.
undo-title = Annuler le dernier enregistrement
undo-save = Enregistré par { $by }, { $at }.
undo-changed-since = Il ne peut pas être annulé, car des modifications ont été faites depuis :
undo-done = Annulé : ce qui valait auparavant est de nouveau en vigueur.
list-label = Une entrée par ligne
list-count = { $count } sur { $most }
groups-filter = Filtre
groups-none = Ce groupe n’existe pas.
connectors = Annuaires
connectors-none = Non configuré : la configuration de cet hôte ne nomme aucun annuaire. Les comptes sont locaux.
connectors-one = { $name } : comptes de { $domains }
connectors-later = Ils sont configurés, mais cette version n’atteint pas encore les annuaires.
administrators-text = Ceci vaut pour tout compte ayant un rôle d’administrateur, quoi que disent les autres onglets. C’est fixe et ne peut pas être modifié.
administrators-who = Pour qui
administrators-who-value = Les comptes ayant un rôle d’administrateur
administrators-on = Réinitialisation activée
administrators-on-value = Toujours, pour chacun d’eux
administrators-never = Jamais utilisées
administrators-still = Ce qui empêche d’ordinaire une réinitialisation vaut aussi pour les administrateurs : un compte désactivé, un blocage après trop de preuves échouées, une licence qui ne la permet pas.
help-settings = Ctrl-S montre l’effet de vos modifications et les enregistre à cet endroit.
help-properties = Pour qui la réinitialisation est activée, l’accueil des inconnus, le nom de l’organisation et ses licences. Avec des groupes sélectionnés, les membres des groupes imbriqués comptent, et un groupe exclu l’emporte. Entrée ouvre la liste des groupes. Ctrl-S montre l’effet de vos modifications avant d’enregistrer ; u annule le dernier enregistrement.
help-methods = Les méthodes permises, combien il en faut et les limites des envois. Espace active ou désactive une méthode. Entrée ouvre une liste. Ctrl-S montre qui ne pourrait plus réinitialiser son mot de passe, et enregistre à cet endroit ; u annule le dernier enregistrement.
help-registration = Si des méthodes sont enregistrées à la connexion, et après combien de jours elles sont à revoir. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-notifications = Qui est prévenu d’une réinitialisation. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-on-premises = Si les mots de passe sont réécrits dans les annuaires, si un compte verrouillé peut être déverrouillé en gardant son mot de passe, et quels annuaires cet hôte connaît. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-passwords = Les règles des nouveaux mots de passe, les mots interdits propres à l’organisation et ce qui suit les échecs. Entrée ouvre la liste des mots. Les modèles fixent la longueur minimale tant que vous n’en donnez pas. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-administrators = Les règles pour la réinitialisation des administrateurs eux-mêmes. Elles sont fixes, afin que personne ne puisse les affaiblir.
help-review = Lisez ce qui change, qui est concerné et ce qui est conseillé. Ctrl-S enregistre le tout ; Échap revient au formulaire, où tout ce que vous avez saisi est encore là.
help-conflict = Deux administrateurs ont modifié les mêmes paramètres. Haut et Bas choisissent un paramètre, Espace prend l’autre valeur, Entrée passe à la vérification de ce qui reste de vos modifications. Échap revient sans enregistrer.
help-undo = Voici ce que le dernier enregistrement de la stratégie a modifié, et ce qui serait rétabli. Ctrl-S le rétablit. Ce que quelqu’un a modifié depuis n’est jamais écrasé en silence.
help-list = Saisissez ou collez une entrée par ligne. Entrée commence une nouvelle ligne ; Retour arrière supprime une ligne vide. Ctrl-S accepte la liste pour le formulaire, qui l’enregistre avec le reste.
help-choose-groups = Espace choisit un groupe ou le retire ; / ne montre que les groupes dont le nom contient certaines lettres. Ctrl-S accepte le choix pour le formulaire, qui l’enregistre avec le reste.
