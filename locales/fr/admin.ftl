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
setting-registration-required-at-sign-in = Inscription à la connexion
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
refusal-field-principal-name = « { $given } » ne convient pas ici. Saisissez un nom d’utilisateur principal, par exemple mias@contoso.example.
refusal-field-address = « { $given } » ne convient pas ici. Saisissez une adresse e-mail, par exemple mia@home.example.
refusal-field-name = « { $given } » ne convient pas ici. Saisissez de 1 à 256 caractères visibles.
refusal-field-phone = « { $given } » ne convient pas ici. Saisissez le numéro au format international, par exemple +44 20 7946 0000.
refusal-field-language = « { $given } » ne convient pas ici. Choisissez l’une des langues proposées.
refusal-setting-unknown = Le paramètre « { $key } » n’existe pas.
refusal-setting-text = Saisissez au plus { $most } caractères.
refusal-setting-art = Le dessin peut compter au plus { $columns } colonnes et { $rows } lignes de texte.
refusal-setting-flag = Choisissez activé ou désactivé.
refusal-setting-choice = Choisissez parmi les valeurs proposées.
refusal-setting-number = Saisissez un nombre entier de { $low } à { $high }.
refusal-setting-list = Saisissez au plus { $most } éléments, chacun de { $shortest } à { $longest } caractères.
refusal-setting-groups = Saisissez des noms de groupes existants.
refusal-clash-name = L’organisation doit avoir un nom.
refusal-clash-no-method = Activez d’abord une méthode : sans méthode, personne ne peut réinitialiser de mot de passe.
refusal-clash-few-methods = Le nombre de méthodes exigées dépasse celui des méthodes activées. Activez-en une autre ou n’en exigez qu’une.
refusal-clash-no-group = Indiquez au moins un groupe : la réinitialisation n’est activée que pour les groupes sélectionnés.
refusal-clash-questions = Il est impossible de poser plus de questions qu’il n’y en a d’enregistrées. Posez-en moins ou faites-en enregistrer davantage.
refusal-clash-lengths = La longueur minimale d’un mot de passe ne peut pas dépasser la longueur maximale.
refusal-clash-domain = « { $domain } » ne peut pas être un domaine de messagerie. Écrivez-le comme contoso.example, sans @.
refusal-clash-helpdesk = Saisissez une adresse e-mail, par exemple help@contoso.example, ou laissez le champ vide.
refusal-clash-prefixes = Saisissez des débuts de numéros internationaux, chacun comme +44.
refusal-clash-language = La langue des messages doit être l’une des langues proposées.
refusal-no-account = Le compte « { $name } » n’existe pas ou n’existe plus.
refusal-account-exists = Le compte « { $name } » existe déjà.
refusal-own-domain = « { $name } » appartient aux domaines de l’organisation, où une personne bloquée ne peut pas lire ses e-mails. Indiquez une adresse extérieure.
refusal-no-licence = La licence « { $name } » n’existe pas.
refusal-no-role = Le rôle « { $name } » n’existe pas.
refusal-none-among-roles = « none » retire tous les rôles. Choisissez-le seul, ou choisissez des rôles sans lui.
refusal-last-administrator = « { $name } » est le dernier administrateur général activé. Donnez d’abord ce rôle à une autre personne.
refusal-own-account = Personne ne désactive ni ne supprime son propre compte. Adressez-vous à un autre administrateur.
refusal-own-authenticator = C’est votre dernière application d’authentification. Ajoutez-en d’abord une autre ou adressez-vous à un autre administrateur.
refusal-no-group = Le groupe « { $name } » n’existe pas. Il a peut-être été supprimé entre-temps.
refusal-group-exists = Le groupe « { $name } » existe déjà.
refusal-group-comma = Le nom d’un groupe ne peut pas contenir de virgule, car les virgules séparent les noms dans les listes.
refusal-no-group-type = Le type de groupe « { $name } » n’existe pas. Choisissez sécurité ou Microsoft 365.
refusal-group-in-policy = La stratégie cite le groupe « { $name } » parmi les groupes sélectionnés ou exclus. Retirez-le d’abord de cette liste.
refusal-no-member = Il n’existe aucun compte ni groupe « { $name } ».
refusal-not-in = « { $name } » ne fait pas partie de « { $group } ».
refusal-circle = « { $name } » ne peut pas faire partie de « { $group } » : un groupe se contiendrait lui-même.
refusal-authenticators = « { $name } » a déjà { $most } applications d’authentification. Supprimez-en une d’abord.
refusal-one-app = « { $name } » a déjà une application qui reçoit les demandes. Supprimez-la d’abord.
refusal-seed = La clé d’une application d’authentification compte de 10 à 64 octets, écrits en Base32 : lettres de A à Z et chiffres de 2 à 7.
refusal-no-method = « { $name } » n’a plus cette méthode.
refusal-administrators-questions = « { $name } » a un rôle d’administrateur, et les administrateurs ne peuvent pas prouver leur identité par des questions de sécurité. Ajoutez plutôt une application d’authentification.
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
        [one] Une ligne ne peut pas être reprise ; rien n’a donc été importé.
        [many] { $count } de lignes ne peuvent pas être reprises ; rien n’a donc été importé.
       *[other] { $count } lignes ne peuvent pas être reprises ; rien n’a donc été importé.
    }
refusal-file = Le fichier ne peut pas être lu ou a été modifié entre-temps. Vérifiez-le, puis réessayez.
refusal-not-initialised = Cette base n’a pas encore d’organisation.
refusal-initialised = Cette base a déjà une organisation.
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
tab-administrators = Stratégie administrateur
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
keys-close = Échap fermer
console-working = Un instant…
console-failed = L’opération n’a pas abouti : la base n’a pas répondu comme prévu. Rien n’a été modifié ; la cause figure dans le journal du serveur.
console-no-command = « { $typed } » n’existe pas ici.
console-help = Aide
console-language = Langue
console-go = Aller à
console-line = Nom d’un onglet, ou quit
console-type-word = Tapez { $word } pour continuer.
console-typed = Pour confirmer
console-enter-goes-on = Entrée pour continuer, Échap pour renoncer.
console-discard = Abandonner vos modifications ?
console-discard-text = Elles ne sont pas enregistrées. Entrée les abandonne, Échap y revient.
form-was = avant : { $before }
help-console = La liste de gauche contient les onglets : Haut et Bas en choisissent un, Entrée y entre, Échap en revient. Ctrl-Page préc. et Ctrl-Page suiv. changent d’onglet de partout ; « : » suivi du début d’un nom aussi. Ctrl-S enregistre, u annule le dernier enregistrement de la stratégie, / filtre une liste. F2 change la langue, F3 les couleurs. Ctrl-X vous déconnecte.
advice-no-help-desk = Indiquez comment joindre le service d’assistance : sinon, une personne que l’on ne peut pas aider ici ne sait pas à qui s’adresser.
advice-few-methods = Activez au moins une méthode de plus que vous n’en exigez : sinon, une personne qui en perd une reste bloquée.
advice-one-method = Exigez deux méthodes : avec une seule, il suffit d’accéder à une boîte aux lettres ou à un téléphone pour prendre le compte.
advice-questions-spare = Faites enregistrer plus de questions qu’il n’en est posé : sinon, une seule réponse oubliée bloque la personne.
advice-questions-alone = N’acceptez pas les questions comme seule méthode : les réponses se devinent ou se trouvent.
advice-no-registration = Demandez l’inscription à la connexion : sans méthode, personne ne peut réinitialiser son mot de passe.
advice-never-reconfirmed = Faites confirmer les méthodes tous les 180 jours : les numéros et les adresses changent.
advice-users-untold = Prévenez chacun de sa réinitialisation : sinon, personne ne remarque celle que quelqu’un d’autre aurait faite.
advice-administrators-untold = Prévenez les administrateurs quand le mot de passe de l’un d’eux est réinitialisé : un tel compte vaut une attaque.
advice-no-human-check = Gardez la vérification humaine pour les terminaux distants : sans elle, des programmes peuvent essayer des noms de loin.
advice-explained = Ne dites pas pourquoi un compte est refusé : cela apprend aux inconnus quels comptes existent.
advice-composition = Exigez de la longueur plutôt que des classes de caractères : on les satisfait de façon facile à deviner.
advice-short-passwords = Exigez au moins 12 caractères : c’est la longueur qui rend un mot de passe difficile à deviner.
advice-expiry = Ne faites pas expirer les mots de passe : une personne obligée d’en changer en choisit de plus faibles.
advice-many-proofs = Bloquez après cinq échecs de vérification : davantage d’essais aide celui qui devine.
advice-short-block = Faites durer un blocage 24 heures : un administrateur peut le lever, et celui qui devine doit attendre.
advice-many-sign-ins = Verrouillez la connexion après dix échecs : davantage d’essais aide celui qui devine.
advice-short-lock = Faites durer le premier verrouillage 60 secondes : plus court, il ralentit à peine celui qui devine.
advice-flooded = Envoyez au plus dix messages par jour à une même destination : davantage permettrait d’inonder quelqu’un.
refusal-no-save = L’enregistrement { $id } n’existe pas.
refusal-nothing-to-undo = Il ne reste aucun enregistrement de la stratégie à annuler.
refusal-undone-already = L’enregistrement { $id } est déjà annulé.

## People: finding, changing many, deleting

refusal-deleted = { $by } a déjà supprimé « { $name } » ({ $at }). Il n’y a plus rien à faire.
refusal-not-among = « { $name } » ne fait pas partie de ces comptes ; aucun ne vient donc après.
refusal-bulk-count = { $found ->
    [one] { $found } compte correspond maintenant, alors que vous en avez confirmé { $expected }. Rien n’a été modifié ; vérifiez à nouveau la sélection.
    [many] { $found } de comptes correspondent maintenant, alors que vous en avez confirmé { $expected }. Rien n’a été modifié ; vérifiez à nouveau la sélection.
   *[other] { $found } comptes correspondent maintenant, alors que vous en avez confirmé { $expected }. Rien n’a été modifié ; vérifiez à nouveau la sélection.
}

## Users and groups

people-yes = oui
people-no = non
people-at = { $at }
people-text = { $text }
people-keys-find = / chercher
people-keys-to-list = Entrée vers la liste
people-keys-to-filter = f filtre
people-keys-to-new = n nouveau
people-keys-to-bulk = b en masse
people-keys-to-import = i importer
people-keys-to-export = e exporter
people-keys-members = a ajouter  r retirer  d supprimer le groupe
people-keys-filter = Entrée appliquer
people-keys-create = Ctrl-S créer
people-keys-go-on = Ctrl-S continuer
people-keys-stop = s arrêter
people-keys-sections = Gauche/Droite ou 1–7 rubriques
users-count =
    { $count ->
        [one] { $count } compte
        [many] { $count } de comptes
       *[other] { $count } comptes
    }
users-more =
    { $count ->
        [one] Le premier compte, d’autres suivent
        [many] Les { $count } premiers comptes, d’autres suivent
       *[other] Les { $count } premiers comptes, d’autres suivent
    }
user-disabled = désactivé
user-blocked = bloqué
user-locked = verrouillé
user-registered = inscrit
user-unregistered = non inscrit
people-column-user = Nom d’utilisateur
people-column-state = État
people-column-name = Nom
people-column-roles = Rôles
people-column-group = Groupe
people-column-type = Type
people-column-description = Description
people-column-member = Membre
people-column-kind = Nature
people-role-global = Administrateur général
people-role-authentication-policy = Administrateur de stratégie d’authentification
people-role-user = Administrateur d’utilisateurs
people-role-helpdesk = Service d’assistance
people-role-reports-reader = Lecteur de rapports
licence-default = Licence de l’organisation
licence-free = Gratuite
licence-basic = Basic
licence-apps-for-business = Apps for business
licence-business-standard = Business Standard
licence-business-premium = Business Premium
licence-p1 = P1
licence-p2 = P2
people-filter-title = Quels comptes
people-filter-any = Les deux
people-filter-enabled = Peut-il être utilisé ?
people-filter-enabled-yes = Activé
people-filter-enabled-no = Désactivé
people-filter-registered = A-t-il assez de méthodes ?
people-filter-registered-yes = Inscrit
people-filter-registered-no = Non inscrit
people-filter-blocked = Seulement ceux dont la réinitialisation est bloquée
people-filter-locked = Seulement ceux dont la connexion est verrouillée
people-filter-group = Dans ce groupe ou un groupe imbriqué
people-filter-role = Rôle
people-filter-role-any = Un rôle quelconque
people-filter-role-none = Aucun rôle
people-filter-licence = Licence
people-filter-source = Provenance : local ou le nom d’un annuaire
help-people-filter = Seuls les comptes qui remplissent toutes ces conditions sont listés, modifiés ensemble ou exportés. Espace et les flèches choisissent, Entrée applique, Échap laisse tout en l’état. Échap dans la liste retire le filtre.
help-users = Après /, tapez des débuts de mots : un nom, un nom d’utilisateur ou une adresse trouve les comptes au fil de la frappe, quel que soit leur nombre. Entrée en ouvre un. f filtre, n crée un utilisateur, b modifie tous les comptes listés, i et e lisent ou écrivent un fichier. Ce que votre rôle ne permet pas n’est pas proposé.
account-title = Compte { $name }
account-actions = Actions
account-profile = Données
account-eligibility = Réinit. ?
account-methods = Méthodes
account-blocks = Blocages
account-journeys = Visites
account-records = Audit
account-no-actions = Votre rôle ne permet aucune modification de ce compte.
account-can-reset = Ce compte peut réinitialiser son mot de passe maintenant.
account-cannot-reset = Ce compte ne peut pas réinitialiser son mot de passe maintenant ({ $code }).
account-check-reason-unknown = le compte existe
account-check-reason-disabled = le compte est activé
account-check-reason-blocked = la réinitialisation n’est pas bloquée
account-check-reason-off = la réinitialisation est activée pour l’organisation
account-check-reason-unlicensed = une licence le permet
account-check-reason-not-selected = il est dans un groupe sélectionné et dans aucun groupe exclu
account-check-reason-no-method = la stratégie permet l’une de ses méthodes
account-check-reason-too-few-methods = il a autant de méthodes utilisables que nécessaire
account-check-reason-no-writeback = son annuaire est accessible en écriture
account-check-reason-directory-refused = son annuaire laisse l’agent écrire
account-check-reason-no-agent = un agent de son annuaire est présent
account-gates =
    { $count ->
        [one] { $count } vérification est nécessaire pour réinitialiser. Les méthodes qui comptent sont marquées.
        [many] { $count } de vérifications différentes sont nécessaires pour réinitialiser. Les méthodes qui comptent sont marquées.
       *[other] { $count } vérifications différentes sont nécessaires pour réinitialiser. Les méthodes qui comptent sont marquées.
    }
account-since = inscrit le { $at }
account-answers-since =
    { $count ->
        [one] { $count } réponse
        [many] { $count } de réponses
       *[other] { $count } réponses
    }, inscrites le { $at }
account-provided = fourni par l’organisation
account-no-methods = Aucune méthode n’est inscrite ni fournie.
account-reset-blocked = Réinitialisation bloquée jusqu’au
account-sign-in-locked = Connexion verrouillée jusqu’au
account-limits = Ce qui est utilisé de chaque limite :
account-used = { $used } sur { $limit }
account-frees = le plus ancien compte jusqu’au { $at }
account-counted-proof = Vérifications échouées
account-counted-mail = Codes par e-mail
account-counted-question = Essais aux questions
account-counted-second_factor = Seconds facteurs erronés
account-counted-phone_check = Numéros saisis
account-counted-sms = SMS
account-counted-push = Demandes dans l’application
account-counted-call = Appels
account-counted-enrolment = Codes erronés à l’inscription
account-counted-caller = Codes erronés donnés au service d’assistance
account-no-journeys = Personne n’est venu pour ce compte ces derniers jours.
account-purpose-reset = Réinitialisation
account-purpose-unlock = Déverrouillage
account-purpose-sign_in = Connexion
account-journey-open = en cours
account-journey-done = terminée
account-journey-ended = fermée
account-journey-refused = refusée
account-journey-expired = trop longue
account-records-hidden = Votre rôle ne permet pas de lire le journal.
help-account = Gauche et Droite, ou les chiffres 1 à 7, choisissent une rubrique : ce qui est possible, les données, chaque contrôle de réinitialisation et sa raison, les méthodes, les blocages, les visites aux bornes et le journal. Dans Actions, Entrée exécute l’action choisie. Ce que votre rôle ne permet pas n’est pas proposé ; une consultation par l’assistance est consignée.
people-do-help = Vérifier l’appelant et aider
people-do-temporary-password = Donner un mot de passe temporaire
people-do-temporary-password-text = « { $name } » reçoit un mot de passe à changer à la prochaine connexion. L’actuel n’est plus valable et tout ce qu’il a ouvert prend fin.
people-do-require-registration = Exiger une nouvelle inscription
people-do-require-registration-text = « { $name } » devra réinscrire ses méthodes à la prochaine connexion. Une connexion en cours prend fin et la personne est prévenue.
people-done-required = « { $name } » doit se réinscrire.
bulk-register = Exiger une nouvelle inscription
people-do-release = Lever le blocage de la réinitialisation
people-do-unlock = Déverrouiller la connexion
people-do-edit = Modifier les noms et coordonnées
people-do-licence = Modifier la licence
people-do-roles = Modifier les rôles
people-do-enable = Activer
people-do-disable = Désactiver
people-do-disable-text = « { $name } » ne pourra ni se connecter ni réinitialiser jusqu’à sa réactivation. Ce qui est en cours prend fin.
people-do-delete = Supprimer le compte
people-do-delete-text = « { $name } » est supprimé avec son mot de passe et ses méthodes. C’est irréversible ; ce qui est consigné à son sujet reste.
people-done-released = « { $name } » peut de nouveau réinitialiser son mot de passe.
people-done-unlocked = La connexion de « { $name } » est déverrouillée.
people-done-enabled = « { $name } » est activé.
people-done-disabled = « { $name } » est désactivé.
people-done-deleted = « { $name } » est supprimé.
people-done-edited = « { $name } » est modifié.
people-done-group-added = Le groupe « { $name } » est créé.
people-done-added = « { $name } » est maintenant membre.
people-done-removed = « { $name } » n’est plus membre.
people-once-temporary = Le mot de passe temporaire de « { $name } » :
people-once-new = « { $name } » peut se connecter avec ce mot de passe et devra alors le changer :
people-once-only = Il n’est affiché qu’ici et maintenant. Transmettez-le de façon que personne d’autre ne puisse le lire.
help-people-once = Ce secret n’est affiché qu’une fois et n’est conservé nulle part sous cette forme. Entrée ou Échap quitte la page, et il disparaît.
account-edit-profile = Modifier { $name }
account-edit-licence = Licence de { $name }
account-edit-roles = Rôles de { $name }
help-people-edit = Ctrl-S enregistre les modifications, toutes ou aucune. Un champ vidé vide la valeur. Sous un champ modifié figure l’ancienne valeur. Échap demande avant d’abandonner la saisie.
person-upn = Nom d’utilisateur
person-upn-note = Comme mias@contoso.example. On se connecte avec.
person-name = Nom
person-given = Prénom
person-surname = Nom de famille
person-email = Adresse e-mail
person-alternate = Autre adresse e-mail
person-alternate-note = Hors de l’organisation, là où une personne bloquée peut la lire.
person-mobile = Téléphone mobile
person-office = Téléphone de bureau
person-phone-note = Au format international, comme +44 20 7946 0000.
person-language = Langue des messages
person-language-any = Celle de l’organisation
person-licence = Licence
person-roles = Rôles
person-groups = Groupes
person-source = Provenance
person-enabled = Activé
person-must-change = Doit changer le mot de passe
person-registered = A assez de méthodes
person-last-reset = Dernière réinitialisation
person-type = Type de groupe
person-group-name = Nom du groupe
person-description = Description du groupe
person-members = Membres
person-members-note = Un par ligne : un nom d’utilisateur ou le nom d’un autre groupe.
person-member = Nom d’utilisateur ou nom d’un autre groupe
person-file = Nom du fichier
person-file-note = Le nom d’un fichier CSV, comme users.csv, dans le dossier où la console a démarré.
new-user-title = Nouvel utilisateur
new-user-done = Premier mot de passe du nouvel utilisateur
help-new-user = Seul le nom d’utilisateur est requis. Ctrl-S crée l’utilisateur ; le premier mot de passe est créé ici, affiché une fois, et doit être changé à la première connexion. Espace choisit groupes et rôles. Les coordonnées données ici comptent comme méthodes sans inscription.
groups-count =
    { $count ->
        [one] { $count } groupe
        [many] { $count } de groupes
       *[other] { $count } groupes
    }
group-security = Sécurité
group-microsoft365 = Microsoft 365
help-groups = Les groupes, par nom. / en cherche un au fil de la frappe, Entrée l’ouvre, n en crée un.
new-group-title = Nouveau groupe
help-new-group = Choisissez le type, nommez le groupe et dites à quoi il sert. Un membre par ligne. Ctrl-S le crée. Un groupe peut être membre d’un autre, mais jamais se contenir lui-même.
group-title = Groupe { $name }
group-members =
    { $count ->
        [one] { $count } membre
        [many] { $count } de membres
       *[other] { $count } membres
    }
group-members-more =
    { $count ->
        [one] Le premier membre, d’autres suivent
        [many] Les { $count } premiers membres, d’autres suivent
       *[other] Les { $count } premiers membres, d’autres suivent
    }
member-group = groupe
member-account = utilisateur
group-add-title = Ajouter un membre à { $group }
help-people-ask = Tapez le nom, puis Entrée. Échap revient sans rien faire.
group-remove = Retirer un membre
group-remove-text = « { $name } » est retiré de « { $group } ».
group-delete = Supprimer le groupe
group-delete-text = « { $name } » est supprimé. Ses membres restent. C’est irréversible.
help-group = Les membres : d’abord les groupes, puis les utilisateurs. a en ajoute un, r retire celui qui est choisi, d supprime le groupe après saisie de son nom, Entrée ouvre un membre. Les membres des groupes imbriqués comptent partout où le groupe compte.
bulk-title = Une action pour plusieurs comptes
bulk-count =
    { $count ->
        [one] { $count } compte est concerné :
        [many] { $count } de comptes sont concernés :
       *[other] { $count } comptes sont concernés :
    }
bulk-counting = Comptage en cours …
bulk-everybody = tout le monde
bulk-action = Ce qui est fait
bulk-enable = Les activer
bulk-disable = Les désactiver
bulk-licence = Leur donner la licence ci-dessous
bulk-group = Les mettre dans le groupe ci-dessous
bulk-release = Lever le blocage de la réinitialisation
bulk-new-licence = Licence
bulk-into = Groupe
bulk-into-missing = Indiquez le groupe.
bulk-nobody = Aucun compte n’est concerné, ou le comptage n’est pas terminé.
bulk-confirm =
    { $count ->
        [one] { $count } compte est concerné. Chaque modification est consignée.
        [many] { $count } de comptes sont concernés. Chaque modification est consignée.
       *[other] { $count } comptes sont concernés. Chaque modification est consignée.
    }
bulk-done = Terminé : { $changed } modifiés, { $same } inchangés, { $refused } refusés.
bulk-left =
    { $count ->
        [one] Arrêté ; { $count } compte n’a pas été traité.
        [many] Arrêté ; { $count } de comptes n’ont pas été traités.
       *[other] Arrêté ; { $count } comptes n’ont pas été traités.
    }
help-bulk = Choisissez ce qui est fait à tous les comptes du filtre de la liste. Ctrl-S indique leur nombre, qu’il faut saisir. Pendant l’exécution, s arrête après le lot en cours ; ce qui est fait reste fait. Chaque compte refusé est indiqué avec la raison.
people-job-through =
    { $count ->
        [one] { $count } traité.
        [many] { $count } traités.
       *[other] { $count } traités.
    }
people-job-through-of = { $count } sur { $all } traités.
people-job-wrong =
    { $count ->
        [one] { $count } échec :
        [many] { $count } d’échecs :
       *[other] { $count } échecs :
    }
people-job-stopping = Arrêt après le lot en cours.
people-import-title = Importer des utilisateurs
people-import-skip = Omettre les lignes erronées au lieu de ne rien importer
people-import-skip-note = Chaque ligne erronée est indiquée avec son numéro.
people-import-done = Terminé : { $added } ajoutés, { $changed } modifiés, { $same } inchangés, { $bad } omis.
people-import-stopped = Arrêté. D’un fichier à importer en entier ou pas du tout, rien n’a été importé.
help-people-import = Le fichier est un CSV dont l’en-tête contient les mots upn, name, given, surname, email, alternate-email, mobile, office, licence, role, language, must-change. Toutes les lignes sont importées ou aucune, sauf si les lignes erronées sont omises. s arrête.
people-export-title = Exporter des utilisateurs
people-export-done =
    { $count ->
        [one] { $count } compte est dans le fichier.
        [many] { $count } de comptes sont dans le fichier.
       *[other] { $count } comptes sont dans le fichier.
    }
people-export-exists = Ce fichier existe déjà. Choisissez un autre nom ; rien n’est écrasé.
people-export-failed = Le fichier ne peut pas être créé ici. Vérifiez que le dossier est accessible en écriture.
help-people-export = Les comptes du filtre de la liste sont écrits dans un nouveau CSV, qui peut être réimporté. Seul l’utilisateur de la console peut le lire. L’export est consigné.

## Help desk: why something was not done

refusal-pass-minutes = Un passe d’accès temporaire est valable de { $least } à { $most } minutes.
refusal-administrators-pass = « { $name } » est le compte d’un administrateur, qui n’a jamais de passe d’accès temporaire. Un administrateur général peut lui ajouter une application d’authentification.
refusal-disabled = « { $name } » est désactivé. Activez d’abord le compte.
refusal-not-verified = Vous n’avez pas vérifié l’identité du titulaire de « { $name } » au cours des 15 dernières minutes. Vérifiez d’abord l’identité de l’appelant.
refusal-no-pass = « { $name } » n’a pas de passe d’accès temporaire encore valable.
refusal-malformed-reference = Une référence comporte 8 lettres et chiffres. Demandez à l’appelant de la relire.
refusal-no-reference = Rien n’est enregistré sous { $reference }. Demandez à l’appelant de relire la référence.

## The help desk: from a reference to the reason, verifying a caller, what may be done for them

keys-helpdesk = h assistance
keys-look-up = Entrée rechercher
keys-open-caller = Entrée aider ce compte
keys-scroll = Pg préc./suiv. défiler
keys-do = Entrée exécuter
keys-check = Entrée vérifier
keys-give = Entrée délivrer
helpdesk-title = Service d’assistance
helpdesk-intro = Qui appelle ? Saisissez la référence que la personne lit à l’écran ou l’identifiant qu’elle indique.
helpdesk-reference = Référence
helpdesk-reference-note = 8 lettres et chiffres. Les majuscules, les espaces et les tirets n’ont pas d’importance.
helpdesk-user = Identifiant
helpdesk-user-note = Un nom d’utilisateur, la partie avant le @ ou une adresse enregistrée.
help-helpdesk = Saisissez la référence que la personne lit à l’écran et appuyez sur Entrée : vous voyez la raison du refus, ce qui aide maintenant et ce qui s’est passé. Ou saisissez l’identifiant indiqué pour voir le compte et vérifier l’identité de l’appelant. Chaque consultation est enregistrée.
desk-found-title = Référence { $reference }
desk-account = Compte
desk-nobody = personne n’a été indiqué
desk-terminal = Terminal
desk-nowhere = non enregistré
desk-refusal = Motif
desk-no-refusal = rien n’a échoué
desk-what-helps = Ce qui aide maintenant
desk-not-yours = (Votre rôle ne le permet pas.)
desk-checks = Contrôles dans leur état actuel
desk-happened = Ce qui s’est passé
desk-record = { $at } : { $what }
help-found = En haut figure la raison de l’échec, puis ce qui aide maintenant. Les contrôles sont ceux de cet instant, non ceux d’alors. Entrée ouvre le compte, où vous vérifiez l’identité de l’appelant et l’aidez.
desk-caller-title = Aide pour { $name }
desk-name = Nom
desk-enabled = Utilisable
desk-blocked = Réinitialisation bloquée
desk-locked = Connexion verrouillée
desk-verified = Vérifié par vous
desk-pass = Passe d’accès
desk-until = jusqu’au { $at }
desk-act-mail = Vérifier : envoyer un code à { $address }
desk-act-text = Vérifier : envoyer un code par SMS au { $address }
desk-act-app = Vérifier : demander le code de l’application d’authentification
desk-act-tell = Saisir le code que l’appelant communique
desk-act-pass = Délivrer un passe d’accès temporaire
desk-act-withdraw = Retirer le passe d’accès temporaire
desk-act-release = Lever le blocage de la réinitialisation
desk-act-unlock = Déverrouiller la connexion
desk-act-password = Donner un mot de passe temporaire
desk-act-register = Exiger une nouvelle inscription
desk-verify-first = Vérifiez l’identité de l’appelant avant de faire quoi que ce soit pour lui. Un passe d’accès temporaire ne peut être délivré qu’ensuite.
desk-not-held = Le compte n’a plus de destination pour ce code. Choisissez un autre moyen.
desk-not-now = Rien de plus ne peut y être envoyé maintenant, ou trop de codes incorrects ont été communiqués. Choisissez un autre moyen ou attendez.
help-caller = Choisissez avec Haut et Bas, puis appuyez sur Entrée. Pour vérifier l’identité de l’appelant, faites envoyer un code vers ce que le compte contient, ou demandez le code de l’application d’authentification ; l’appelant le dit et vous le saisissez. Vous avez ensuite 15 minutes. Une personne qui a perdu son téléphone reçoit un passe d’accès temporaire : avec le mot de passe, il permet de se connecter une fois et d’inscrire un autre téléphone.
desk-confirm-withdraw = Retirer le passe d’accès temporaire de { $name } ?
desk-confirm-password = Donner un mot de passe temporaire à { $name } ?
desk-confirm-password-text = Le mot de passe actuel ne fonctionne plus ensuite. Le nouveau doit être modifié à la connexion.
desk-confirm-register = Demander à { $name } d’inscrire de nouveau ses méthodes ?
desk-confirm-register-text = Les méthodes inscrites restent, mais des informations supplémentaires sont exigées à la prochaine connexion. La personne en est informée par e-mail.
desk-done-withdraw = Le passe est retiré.
desk-done-release = Le mot de passe du compte peut de nouveau être réinitialisé.
desk-done-unlock = La connexion est déverrouillée.
desk-done-register = Des informations supplémentaires seront exigées à la prochaine connexion.
desk-tell-title = Vérifier l’identité de l’appelant
desk-tell-sent = Un code est en cours d’envoi à { $address }. Demandez à l’appelant de le dire et saisissez-le ici. Il est valable jusqu’au { $at }.
desk-tell-app = Demandez à l’appelant le code que son application d’authentification affiche en ce moment et saisissez-le ici, jusqu’au { $at }.
desk-code = Le code que l’appelant communique
desk-code-malformed = Un code comporte { $digits } chiffres. Demandez à l’appelant de le répéter.
desk-code-wrong =
    { $left ->
        [one] Ce n’est pas le code. Il reste { $left } tentative.
        [many] Ce n’est pas le code. Il reste { $left } de tentatives.
       *[other] Ce n’est pas le code. Il reste { $left } tentatives.
    }
desk-code-used-up = Ce n’était pas le code et il ne reste aucune tentative. Recommencez.
desk-code-late = Ce code n’est plus valable. Recommencez.
desk-verified-until = L’identité de l’appelant est vérifiée jusqu’au { $at }.
help-tell = Saisissez ce que dit l’appelant et appuyez sur Entrée. Ne dites jamais le code vous-même : qui a la messagerie ou le téléphone le connaît. Échap revient en arrière ; le code reste valable.
desk-give-title = Passe d’accès temporaire
desk-give-text = { $name } peut s’en servir une fois : avec le mot de passe pour se connecter, et pour inscrire une autre méthode. Il ne réinitialise jamais de mot de passe.
desk-minutes = Durée de validité en minutes
desk-minutes-note = De { $least } à { $most }.
help-give = Indiquez pendant combien de minutes le passe est valable et appuyez sur Entrée. Il n’est affiché qu’une fois. Le titulaire est informé par e-mail qu’un passe a été délivré.
desk-shown-pass = Dites ce passe à l’appelant. Il est valable une fois, jusqu’au { $at }.
remedy-find-account = Redemandez l’identifiant : ce compte n’existe pas.
remedy-enable = Si le compte a été désactivé par erreur, activez-le.
remedy-release = Vérifiez l’identité de l’appelant, puis levez le blocage de la réinitialisation.
remedy-unlock = Vérifiez l’identité de l’appelant, puis déverrouillez la connexion.
remedy-switch-on = La réinitialisation est désactivée pour tout le monde. Activez-la dans la stratégie.
remedy-license = Donnez au compte une licence qui permet la réinitialisation.
remedy-select = Placez le compte dans un groupe sélectionné ou retirez-le d’un groupe exclu.
remedy-register = Vérifiez l’identité de l’appelant et délivrez un passe d’accès temporaire : il permet de se connecter et d’inscrire ses méthodes.
remedy-set-up-writeback = Activez la réécriture ou configurez un connecteur pour le domaine du compte.
remedy-mend-directory = L’annuaire a refusé l’agent. Testez le connecteur.
remedy-start-agent = Aucun agent n’est présent pour l’annuaire. Démarrez-en un.
remedy-wait = Il y a eu trop d’essais sur ce terminal. Attendez ou utilisez-en un autre ; seul le temps y met fin.
remedy-start-again = Rien ne s’y oppose maintenant. L’appelant peut recommencer.
new-file-name = Saisissez un nom simple avec l’extension indiquée : lettres, chiffres, espaces, traits d’union, 100 octets au plus, sans dossier.
new-file-exists = Un fichier de ce nom existe déjà. Choisissez-en un autre : aucun fichier n’est écrasé.
new-file-failed = Le fichier n’a pas pu être écrit. Vérifiez le dossier et l’espace disponible.
audit-number = Numéro
audit-time = Heure (UTC)
audit-activity = Activité
audit-outcome = Résultat
audit-reason = Motif
audit-account = Compte
audit-actor = Effectué par
audit-terminal = Terminal
audit-journey = Visite
audit-method = Méthode
audit-reference = Référence
audit-detail = Détail
audit-hash = Empreinte
audit-since = À partir de (UTC)
audit-until = Avant (UTC)
audit-any = Indifférent
audit-all = Tous les enregistrements
audit-none = Aucun enregistrement ne correspond. Appuyez sur / pour en demander d’autres.
audit-following = Suivi en direct
audit-not-following = En pause
audit-keys-open = Entrée enregistrement
audit-keys-follow = f suivre
audit-keys-unfollow = f figer
audit-keys-export = e exporter
audit-keys-verify = v vérifier
audit-keys-apply = Ctrl-S appliquer
audit-keys-clear = Ctrl-U tout afficher
audit-keys-same-reference = r même référence
audit-keys-same-account = a même compte
audit-keys-write = Entrée écrire le fichier
audit-keys-check = Entrée vérifier
audit-filter-title = Quels enregistrements
audit-account-note = Un nom d’utilisateur principal, un nom de connexion ou une adresse enregistrée.
audit-activity-note = Un mot comme password_reset ; une partie suffit si un seul correspond.
audit-reference-note = Ce que la personne lit à l’écran.
audit-moment-note = Par exemple 2026-05-01 ou 2026-05-01 12:00, en UTC.
audit-no-activity = Cette activité n’existe pas.
audit-no-moment = Saisissez une date comme 2026-05-01, ou avec l’heure comme 2026-05-01 12:00.
audit-file = Fichier
audit-file-note = Un nouveau nom finissant par .jsonl ou .csv ; le fichier est créé dans le dossier où la console a été lancée, pour son seul propriétaire.
audit-export-title = Écrire les enregistrements dans un fichier
audit-head = Tête conservée ailleurs
audit-head-note = Numéro et empreinte du dernier enregistrement, tels que vous les avez conservés ; ils révèlent aussi une fin coupée. Le champ peut rester vide.
audit-no-head = Ce n’est pas une tête. Saisissez un numéro, une espace et une empreinte.
audit-verify-title = Vérifier le journal
audit-verify-what = L’empreinte de chaque enregistrement couvre celle du précédent. La vérification les recalcule toutes et nomme le premier enregistrement manquant ou modifié.
outcome-success = Réussite
outcome-failure = Échec
help-audit = Le journal d’audit, du plus récent au plus ancien. Entrée affiche un enregistrement en entier. / demande des enregistrements par compte, activité, résultat, terminal, référence et heure, tout à la fois. En suivi direct, les nouveaux enregistrements arrivent en haut ; f arrête et reprend le suivi. e écrit ce qui est demandé dans un fichier, v vérifie qu’aucun enregistrement ne manque ni n’a été modifié.
help-audit-filter = Tout ce qui est rempli doit correspondre ; ce qui est vide n’est pas demandé. Les heures sont en UTC. Ctrl-S applique, Ctrl-U affiche de nouveau tout, Échap laisse tout inchangé.
help-audit-record = Un enregistrement tel qu’il a été écrit. Son empreinte couvre tout son contenu et l’empreinte de l’enregistrement précédent. r demande tous les enregistrements de même référence, a ceux du même compte.
help-audit-export = Les enregistrements demandés sont écrits dans un nouveau fichier, en JSON Lines ou CSV selon l’extension. Cette action est consignée et exige une preuve récente de votre identité.
help-audit-verify = La vérification lit chaque enregistrement une fois. Conservez ailleurs la tête indiquée : une vérification ultérieure verra ainsi si la fin du journal a été coupée.
usage-day = 24 h
usage-week = 7 jours
usage-month = 30 jours
usage-now = Actuel
usage-accounts = Comptes
usage-all = Tous
usage-enabled = Réinitialisation activée
usage-registered = Inscrits
usage-capable = Peuvent réinitialiser maintenant
usage-help-desk = Service d’assistance
usage-calls-avoided = Appels évités
usage-resets = Réinitialisés par
usage-not-reset = Non réinitialisés
usage-why-cancelled = Annulé
usage-why-idle = Laissé sans réponse
usage-why-too-late = Temps écoulé
usage-abandoned = Abandons à
usage-registrations = Inscriptions
usage-nothing = Rien pour l’instant.
usage-verification-step-1 = Étape de vérification 1
usage-verification-step-2 = Étape de vérification 2
usage-new-password = Nouveau mot de passe
usage-keys-period = Gauche/Droite période
usage-keys-csv = c fichier CSV
usage-file-note = Un nouveau nom finissant par .csv ; le fichier est créé dans le dossier où la console a été lancée, pour son seul propriétaire.
usage-csv-title = Écrire les chiffres dans un fichier
help-usage = L’utilisation en chiffres. Gauche et Droite choisissent la période des barres ; les chiffres des trois périodes figurent à côté. Chaque réinitialisation réussie compte comme un appel évité. L’étape d’abandon se déduit des méthodes déjà validées. c écrit tout dans un fichier CSV. Chaque chiffre peut être recalculé à partir d’un export du journal d’audit et des utilisateurs.
help-usage-csv = Les chiffres des trois périodes sont écrits dans un nouveau fichier CSV.
audit-activities = Plusieurs correspondent : { $words }.
audit-record = Enregistrement { $number }
audit-export-what = Contenu du fichier : { $asked }.
audit-keep-head = Conservez cette tête ailleurs : { $head }
audit-broken = L’enregistrement { $number } manque ou a été modifié. Comparez-le avec un export ou une sauvegarde.
usage-written = Les chiffres sont dans { $file }.
audit-exported =
    { $count ->
        [one] Un enregistrement est dans { $file }.
        [many] { $count } d’enregistrements sont dans { $file }.
       *[other] { $count } enregistrements sont dans { $file }.
    }
audit-export-far =
    { $count ->
        [one] Un enregistrement écrit jusqu’ici.
        [many] { $count } d’enregistrements écrits jusqu’ici.
       *[other] { $count } enregistrements écrits jusqu’ici.
    }
audit-verify-far = { $count } sur { $all } vérifiés
audit-whole =
    { $count ->
        [one] L’unique enregistrement est tel qu’il a été écrit.
        [many] Les { $count } d’enregistrements sont tels qu’ils ont été écrits.
       *[other] Les { $count } enregistrements sont tels qu’ils ont été écrits.
    }
activity-store-created = Base créée
activity-reset-started = Réinitialisation commencée
activity-code-sent = Code envoyé
activity-gate-tried = Méthode essayée
activity-account-blocked = Réinitialisation bloquée
activity-password-reset = Mot de passe réinitialisé
activity-reset-abandoned = Réinitialisation abandonnée
activity-sign-in = Connexion
activity-account-added = Compte ajouté
activity-account-edited = Compte modifié
activity-account-enabled = Compte activé
activity-account-disabled = Compte désactivé
activity-temporary-password = Mot de passe temporaire donné
activity-password-given = Mot de passe donné
activity-block-released = Blocage levé
activity-licence-changed = Licence modifiée
activity-roles-changed = Rôles modifiés
activity-method-added = Méthode ajoutée
activity-method-deleted = Méthode supprimée
activity-group-added = Groupe ajouté
activity-group-deleted = Groupe supprimé
activity-member-added = Membre ajouté
activity-member-removed = Membre retiré
activity-policy-changed = Stratégie modifiée
activity-delivery-failed = Message non remis
activity-outbox-retried = Message renvoyé
activity-human-check = Vérification humaine échouée
activity-account-unlocked = Connexion déverrouillée
activity-alert-raised = Alerte émise
activity-account-deleted = Compte supprimé
activity-accounts-imported = Comptes importés
activity-accounts-exported = Comptes exportés
activity-store-backed-up = Base sauvegardée
activity-store-restored = Base restaurée
activity-store-rekeyed = Clé de la base renouvelée
activity-password-changed = Mot de passe changé
activity-method-changed = Méthode modifiée
activity-methods-confirmed = Méthodes confirmées
activity-preferred-method = Méthode préférée choisie
activity-request-sent = Demande ou appel envoyé
activity-request-answered = Demande ou appel traité
activity-identity-proved = Identité prouvée
activity-sign-in-ended = Déconnexion
activity-registration-required = Nouvelle inscription exigée
activity-audit-exported = Journal d’audit exporté
activity-account-viewed = Compte consulté
activity-reference-viewed = Référence consultée
activity-caller-asked = Vérification demandée à l’appelant
activity-caller-verified = Appelant vérifié
activity-access-pass-given = Passe d’accès temporaire donné
activity-access-pass-withdrawn = Passe d’accès temporaire retiré
activity-console-opened = Console ouverte
activity-policy-confirmed = Paramètres confirmés
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
keys-review = Ctrl-S vérifier et enregistrer
keys-save = Ctrl-S enregistrer
keys-read = Haut/Bas lire
keys-undo = u état précédent
keys-put-back = Ctrl-S rétablir
keys-accept = Ctrl-S valider
keys-new-line = Entrée nouvelle ligne
keys-choose-found = Entrée choisir
keys-choose = Espace choisir
keys-filter = / filtrer
keys-take = Espace prendre l’autre valeur
keys-go-on = Entrée continuer
settings-saved = Enregistré. Les bornes en tiennent compte dès leur prochaine étape.
settings-unchanged = Rien n’est modifié.
settings-confirm = Noter que ces paramètres ont été vérifiés et conviennent tels quels ? Le journal le conserve.
settings-confirmed = Noté : ces paramètres conviennent tels quels.
settings-picked = Repris dans le formulaire, mais pas encore enregistré. Ctrl-S vérifie et enregistre.
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
administrators-still = Ce qui empêche d’ordinaire une réinitialisation vaut aussi pour les administrateurs : un compte désactivé, un blocage après trop de vérifications échouées, une licence qui ne la permet pas.
help-settings = Ctrl-S montre l’effet de vos modifications et les enregistre à cet endroit.
help-properties = Pour qui la réinitialisation est activée, l’accueil des inconnus, le nom de l’organisation et ses licences. Avec des groupes sélectionnés, les membres des groupes imbriqués comptent, et un groupe exclu l’emporte. Entrée ouvre la liste des groupes. Ctrl-S montre l’effet de vos modifications avant d’enregistrer ; u annule le dernier enregistrement.
help-methods = Les méthodes permises, combien il en faut et les limites des envois. Espace active ou désactive une méthode. Entrée ouvre une liste. Ctrl-S montre qui ne pourrait plus réinitialiser son mot de passe, et enregistre à cet endroit ; u annule le dernier enregistrement.
help-registration = Si des méthodes sont inscrites à la connexion, et après combien de jours elles sont à revoir. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-notifications = Qui est prévenu d’une réinitialisation. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-on-premises = Si les mots de passe sont réécrits dans les annuaires, si un compte verrouillé peut être déverrouillé en gardant son mot de passe, et quels annuaires cet hôte connaît. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-passwords = Les règles des nouveaux mots de passe, les mots interdits propres à l’organisation et ce qui suit les échecs. Entrée ouvre la liste des mots. Les modèles fixent la longueur minimale tant que vous n’en donnez pas. Ctrl-S vérifie et enregistre ; u annule le dernier enregistrement.
help-administrators = Les règles pour la réinitialisation des administrateurs eux-mêmes. Elles sont fixes, afin que personne ne puisse les affaiblir.
help-review = Lisez ce qui change, qui est concerné et ce qui est conseillé. Ctrl-S enregistre le tout ; Échap revient au formulaire, où tout ce que vous avez saisi est encore là.
help-conflict = Deux administrateurs ont modifié les mêmes paramètres. Haut et Bas choisissent un paramètre, Espace prend l’autre valeur, Entrée passe à la vérification de ce qui reste de vos modifications. Échap revient sans enregistrer.
help-undo = Voici ce que le dernier enregistrement de la stratégie a modifié, et ce qui serait rétabli. Ctrl-S le rétablit. Ce que quelqu’un a modifié depuis n’est jamais écrasé en silence.
help-list = Saisissez ou collez une entrée par ligne. Entrée commence une nouvelle ligne ; Retour arrière supprime une ligne vide. Ctrl-S accepte la liste pour le formulaire, qui l’enregistre avec le reste.
help-choose-groups = Espace choisit un groupe ou le retire ; / ne montre que les groupes dont le nom contient certaines lettres. Ctrl-S accepte le choix pour le formulaire, qui l’enregistre avec le reste.

### Un logo à partir d’une image

refusal-picture-none = Aucune image PNG lisible ne se trouve ici. Indiquez le chemin d’une image sur cet hôte.
refusal-picture-long = L’image dépasse { $kib } Kio. Enregistrez-la dans un format plus petit.
refusal-picture-large = L’image compte { $wide } × { $high } points. Le maximum est de { $most } × { $most }.
refusal-picture-damaged = L’image est endommagée ou incomplète. Enregistrez-la de nouveau.
refusal-picture-blank = Rien dans l’image ne se détache de l’arrière-plan. Choisissez une image plus contrastée.

### Personnalisation : ce que les visiteurs voient de l’organisation

custom-text = Texte de l’écran d’accueil : { $language }
custom-picture = Logo à partir d’une image
    .advice = Le chemin d’un fichier PNG de cet hôte. Entrée le dessine comme logo ci-dessus.
custom-keys-picture = Entrée lire l’image
custom-keys-preview = Ctrl-R aperçu
custom-keys-scroll = Flèches défiler
custom-keys-language = l langue
custom-keys-look = c couleurs, g signes
custom-picture-taken = L’image est dessinée comme logo. Elle n’est pas encore enregistrée.
custom-preview-default = Aperçu : { $language }
custom-preview-high = Aperçu : { $language }, contraste élevé
custom-preview-mono = Aperçu : { $language }, sans couleurs
setting-branding-accent-blue = Bleu
setting-branding-accent-cyan = Cyan
setting-branding-accent-green = Vert
setting-branding-accent-magenta = Magenta
setting-branding-accent-red = Rouge
setting-branding-accent-yellow = Jaune
help-customization = Ce que vous saisissez ici apparaît aussitôt dans l’aperçu : l’écran d’accueil de la borne tel que les visiteurs le verront, dans la limite de la place disponible ; pour le service d’assistance, c’est l’écran affiché en cas de refus. Ctrl-R mène à l’aperçu et en revient : là, les flèches font défiler, l change la langue, c les couleurs, et g le montre comme un terminal limité à l’ASCII. Un logo est un texte de 60 colonnes et 6 lignes au plus ; un fichier PNG de cet hôte est dessiné ainsi. Il y a un texte par langue ; une langue sans texte n’en affiche aucun. Ctrl-S montre l’effet de vos modifications et les y enregistre ; u annule le dernier enregistrement.

# La console elle-même

refusal-signed-out = Votre session est terminée : elle a duré trop longtemps, ou votre mot de passe ou vos rôles ont été modifiés. Reconnectez-vous.
refusal-read-only = Cette console est en lecture seule. Ouvrez-la normalement pour modifier quelque chose.

# Un second facteur donné à nouveau, une console verrouillée ou terminée

console-proof = Montrez que c’est bien vous
console-proof-text = Cette opération demande votre second facteur, maintenant. Ce que vous avez saisi est conservé.
console-not-proved = Rien n’a été fait, car votre second facteur n’a pas été donné.
console-no-proof = Votre second facteur ne peut pas être demandé pour le moment ; rien n’a été fait. Réessayez dans quelques minutes.
console-locked = La console est verrouillée
console-locked-text = Personne n’était là depuis un moment. Appuyez sur une touche et donnez votre second facteur pour reprendre où vous en étiez.
console-over = Vous êtes déconnecté
# $reference (text): leads to the record in the log
console-fault = Une erreur s’est produite dans le programme. Rien de ce qui était enregistré n’est perdu ; il faudra peut-être rouvrir ce qui était ouvert en dernier. Référence : { $reference }

# Vue d’ensemble

keys-outbox = o boîte d’envoi
keys-count-again = r recompter
help-overview = L’état des choses d’un coup d’œil : pour qui la réinitialisation est activée, combien de comptes elle concerne, combien ont assez de méthodes et combien pourraient se réinitialiser maintenant ; si les messages partent et si des agents travaillent ; les alertes du dernier jour. Ce qu’il faut regarder vient en premier. o montre les messages qui ne sont pas partis, r recompte les comptes. h ouvre l’assistance, où l’on cherche une référence ou une personne qui appelle.
overview-reset = Réinitialisation
overview-reset-off = désactivée, sauf pour les administrateurs
# $groups (text): the names of the selected groups, separated by commas
overview-reset-selected = pour certains groupes : { $groups }
overview-reset-all = pour tout le monde
overview-people = Comptes
overview-enabled = Concernés par la réinitialisation
overview-registered = Avec assez de méthodes
overview-capable = Peuvent réinitialiser maintenant
# $count (number): how many accounts
overview-count = { $count }
# $count (number): how many accounts were counted so far
overview-count-so-far = { $count } jusqu’ici …
overview-outbox = Boîte d’envoi
# $waiting (number): messages that wait; $refused (number): messages that failed and can be tried again
overview-waiting = { $waiting } en attente, { $refused } en échec
overview-agents = Agents
# $host (text): the agent's host; $seen (moment): when it was last heard from
overview-agent = { $host }, dernier signe de vie { $seen }
overview-no-agent = aucun n’a jamais travaillé
overview-alerts = Alertes, dernier jour
overview-no-alert = aucune
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-names = { $at } : beaucoup de comptes différents ont été nommés à { $place }
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-failures = { $at } : beaucoup de vérifications ont échoué à { $place }
# $place (text): unused; $at (moment): when
overview-alert-store-failures = { $at } : beaucoup de vérifications ont échoué, tous terminaux confondus
# $place (text): unused; $at (moment): when
overview-alert-sms-budget = { $at } : les SMS du jour étaient épuisés
# $place (text): unused; $at (moment): when
overview-alert-call-budget = { $at } : les appels du jour étaient épuisés
overview-finding-methods = La stratégie demande plus de méthodes qu’elle n’en active ; personne ne peut réinitialiser son mot de passe. Voir Méthodes d’authentification.
overview-finding-agent = Aucun agent n’a donné signe de vie depuis cinq minutes, les messages attendent donc. Une borne ou un agent en marche les achemine.
# $seconds (number): by how many seconds
overview-finding-clock = L’horloge de cet hôte retarde de { $seconds } s sur ce que la base a enregistré : les limites durent plus longtemps et des codes d’authentification peuvent échouer. Réglez-la sur un serveur de temps.
# $count (number): how many messages
overview-finding-late =
    { $count ->
        [one] { $count } message attend depuis plus de dix minutes. Voir la boîte d’envoi.
        [many] { $count } de messages attendent depuis plus de dix minutes. Voir la boîte d’envoi.
       *[other] { $count } messages attendent depuis plus de dix minutes. Voir la boîte d’envoi.
    }
overview-finding-nobody = La réinitialisation est activée, mais aucun compte ne pourrait réinitialiser son mot de passe maintenant. La page d’un utilisateur en indique la raison.
overview-finding-one-gate = Une méthode suffit pour une réinitialisation. Deux protègent un compte quand l’une tombe en de mauvaises mains.

# Les envois

keys-retry = Entrée réessayer
help-outbox = Les messages qui attendent de partir et ceux qui ont échoué et peuvent être réessayés, les plus récents d’abord. En dessous, ce qui a échoué en dernier pour celui qui est choisi. Entrée ou r le fait réessayer aussitôt.
outbox-title = Boîte d’envoi
outbox-empty = Rien n’attend, et rien de ce qui a échoué ne peut être réessayé.
outbox-id = N°
outbox-state = État
outbox-waiting = attente
outbox-failed = échec
outbox-kind = Quoi
outbox-kind-code = code
outbox-kind-request = demande
outbox-kind-call = appel
outbox-kind-alert = alerte
outbox-kind-notice = avis
outbox-channel = Par
outbox-channel-mail = e-mail
outbox-channel-sms = SMS
outbox-channel-voice = téléphone
outbox-channel-push = application
outbox-tried = Fois
outbox-created = Depuis
# $at (moment): when it was put there
outbox-moment = { $at }
# $error (text): what went wrong, in English
outbox-error = Dernier échec : { $error }
# $id (text): the message's number
outbox-retried = Le message { $id } est réessayé maintenant.
