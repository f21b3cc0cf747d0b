# The settings, as administrators read them: the name, and the advice about it.

setting-organisation-name = Organisation's name
    .advice = The name people know. It may not stand in passwords.
setting-organisation-domains = The organisation's own mail domains
    .advice = An address inside them can't prove who somebody is: who is locked out can't read mail there.
setting-sspr-enabled = Self-service password reset
    .advice = Begin with selected groups, then switch it on for all.
setting-sspr-groups = Selected groups
    .advice = Members of nested groups count.
setting-sspr-excluded-groups = Excluded groups
    .advice = Membership here wins over the selected groups.
setting-methods-enabled = Methods that may be used
    .advice = Enable two more than you require, so that nobody who loses one is locked out.
setting-methods-required = Methods required to reset
    .advice = Two keeps an account safe when one method falls into the wrong hands.
setting-questions-to-register = Questions to register
    .advice = More than are asked, so that one forgotten answer does no harm.
setting-questions-to-reset = Questions to reset
    .advice = Answers can be guessed or found out; three is the least.
setting-questions-custom = The organisation's own questions
    .advice = Ask nothing that stands on a profile page.
setting-questions-alone = Questions as the only method
    .advice = Leave this off: questions are the weakest method.
setting-registration-required-at-sign-in = Register at sign-in
    .advice = On, so that people have methods before they need them.
setting-registration-reconfirm-days = Days until methods are confirmed again
    .advice = 180 is usual; 0 never asks, and numbers go out of date.
setting-notify-users-on-reset = Tell people of their reset
    .advice = On: it is how they notice that somebody else did it.
setting-notify-admins-on-admin-reset = Tell administrators when an administrator's password was reset
    .advice = On: an administrator's account is worth an attack.
setting-unlock-without-reset = Unlock without a new password
    .advice = Only for directories that lock accounts often by mistake.
setting-writeback-enabled = Write passwords back to directories
    .advice = Off stops every reset of a directory account immediately.
setting-captcha = Human check
    .advice = Remote terminals only is usual; a kiosk in a hallway needs none.
setting-explain = Say why an account is refused
    .advice = Leave this off: it tells strangers which accounts exist.
setting-codes-length = Digits of a code
    .advice = Six are enough, because there are five tries.
setting-password-preset = Password rules
    .advice = The modern rules ask for length, not for odd characters.
setting-password-min-length = Least length of a password
    .advice = At least 12; at least 15 where the password is all that protects the account.
setting-password-max-length = Greatest length of a password
    .advice = At least 64, so that whole sentences can be used.
setting-password-history = Earlier passwords that can't come back
    .advice = The present one always counts.
setting-password-expires-days = Days until a password expires
    .advice = 0: people forced to change choose weaker passwords.
setting-password-banned = Banned words
    .advice = Names of products, places and teams that people here would choose.
setting-lockout-sspr-failures = Failed proofs until reset is blocked
    .advice = Five; a person seldom needs more.
setting-lockout-sspr-hours = Hours a block lasts
    .advice = 24; an administrator can release it.
setting-lockout-sign-in-failures = Failed sign-ins until sign-in is locked
    .advice = Ten; the same wrong password is counted once.
setting-lockout-sign-in-seconds = Seconds of the first lock
    .advice = 60; it doubles with each further failure.
setting-delivery-sms-per-day = Text messages a day
    .advice = A little above what you need: it caps what fraud can cost.
setting-delivery-calls-per-day = Calls a day
    .advice = A little above what you need: it caps what fraud can cost.
setting-delivery-per-destination-per-day = Messages a day to one destination
    .advice = Ten keeps anybody from being flooded.
setting-delivery-blocked-prefixes = Blocked number prefixes
    .advice = Countries where none of your people are.
setting-licence-default = Licence of accounts that have none of their own
    .advice = Give single accounts their own licence where they differ.
setting-licence-trial = Trial
    .advice = A trial can't make calls.
setting-branding-logo = Logo
    .advice = Text art of at most 60 columns and 6 rows.
setting-branding-accent = Accent colour
    .advice = It is never the only sign of anything.
setting-branding-sign-in-text = Text on the first screen
    .advice = One for each language; say where to find the help desk.
setting-branding-helpdesk-url = Help desk: web address
    .advice = A page that can be read without signing in.
setting-branding-helpdesk-email = Help desk: e-mail
    .advice = An address that answers people who write from a private one.
setting-branding-helpdesk-phone = Help desk: telephone
    .advice = The way that works without any account.
setting-branding-languages = Languages offered
    .advice = Leave this empty to offer all.
setting-branding-default-language = Language of messages
    .advice = Used where neither the account nor the screen says one.

# Refusals: why something was not done, and what to do instead.

refusal-role = None of your roles allows this. Ask a global administrator.
# $given (text): what was typed
refusal-field-principal-name = “{ $given }” can't be used here. Write a user principal name like mias@contoso.example.
# $given (text): what was typed
refusal-field-address = “{ $given }” can't be used here. Write one mail address like mia@home.example.
# $given (text): what was typed
refusal-field-name = “{ $given }” can't be used here. Write 1 to 256 visible characters.
# $given (text): what was typed
refusal-field-phone = “{ $given }” can't be used here. Write the number in international form, like +44 20 7946 0000.
# $given (text): what was typed
refusal-field-language = “{ $given }” can't be used here. Choose one of the languages offered.
# $key (text): the setting's key
refusal-setting-unknown = There is no setting “{ $key }”.
# $most (number): how many characters it may have
refusal-setting-text = Write at most { $most } characters.
# $columns (number): how wide it may be
# $rows (number): how high it may be
refusal-setting-art = Draw at most { $columns } columns and { $rows } rows of text.
refusal-setting-flag = Choose on or off.
refusal-setting-choice = Choose among the values offered.
# $low (number): the least
# $high (number): the greatest
refusal-setting-number = Write a whole number from { $low } to { $high }.
# $most (number): how many entries
# $shortest (number): characters of the shortest entry
# $longest (number): characters of the longest entry
refusal-setting-list = Write at most { $most } entries, each of { $shortest } to { $longest } characters.
refusal-setting-groups = Write names of groups that exist.
refusal-clash-name = The organisation needs a name.
refusal-clash-no-method = Enable a method first: without one, nobody can reset a password.
refusal-clash-few-methods = More methods are required than are enabled. Enable another one, or require only one.
refusal-clash-no-group = Name at least one group: reset is on for selected groups only.
refusal-clash-questions = More questions can't be asked than are registered. Ask fewer, or have more registered.
refusal-clash-lengths = The least length of a password can't be more than the greatest.
# $domain (text): what was typed
refusal-clash-domain = “{ $domain }” can't be a mail domain. Write it like contoso.example, without an @.
refusal-clash-helpdesk = Write one mail address like help@contoso.example, or leave the field empty.
refusal-clash-prefixes = Write beginnings of international numbers, each like +44.
refusal-clash-language = The language of messages must be one of the languages offered.
# $name (text): the account's principal name
refusal-no-account = There is no account “{ $name }” any more, or there never was.
# $name (text): the account's principal name
refusal-account-exists = There is already an account “{ $name }”.
# $name (text): the address
refusal-own-domain = “{ $name }” lies inside the organisation's own domains, where a person who is locked out can't read it. Give an address outside.
# $name (text): what was typed
refusal-no-licence = There is no licence “{ $name }”.
# $name (text): what was typed
refusal-no-role = There is no role “{ $name }”.
refusal-none-among-roles = “none” takes every role away. Choose it alone, or choose roles without it.
# $name (text): the account's principal name
refusal-last-administrator = “{ $name }” is the last enabled global administrator. Give somebody else that role first.
refusal-own-account = Nobody disables or deletes their own account. Ask another administrator.
refusal-own-authenticator = This is your last authenticator. Add another one first, or ask another administrator.
# $name (text): the group's name
refusal-no-group = There is no group “{ $name }”. It may have been deleted meanwhile.
# $name (text): the group's name
refusal-group-exists = There is already a group “{ $name }”.
refusal-group-comma = A group's name can't contain a comma, because commas separate names in lists.
# $name (text): what was typed
refusal-no-group-type = There is no group type “{ $name }”. Choose security or Microsoft 365.
# $name (text): the group's name
refusal-group-in-policy = The policy names the group “{ $name }” among the selected or the excluded groups. Take it out there first.
# $name (text): what was typed
refusal-no-member = There is no account or group “{ $name }”.
# $name (text): the member
# $group (text): the group
refusal-not-in = “{ $name }” is not in “{ $group }”.
# $name (text): the group that was to be a member
# $group (text): the group
refusal-circle = “{ $name }” can't be in “{ $group }”: a group would contain itself.
# $name (text): the account's principal name
# $most (number): how many an account may have
refusal-authenticators = “{ $name }” already has { $most } authenticators. Delete one first.
# $name (text): the account's principal name
refusal-one-app = “{ $name }” already has an app that takes requests. Delete it first.
refusal-seed = An authenticator's key is 10 to 64 bytes, written in Base32: the letters A to Z and the digits 2 to 7.
# $name (text): the account's principal name
refusal-no-method = “{ $name }” doesn't have that method any more.
# $name (text): the account's principal name
refusal-administrators-questions = “{ $name }” has an administrator role, and administrators can't prove who they are by security questions. Add an authenticator instead.
refusal-answers = These answers can't be used. Each question needs an answer of its own that is hard to guess.
refusal-too-long = That is too long. Write at most 1,024 bytes.
refusal-password = That password doesn't keep to the password rules.
refusal-permanent = A password that you give to somebody else must be temporary.
# $until (moment): when it ends
refusal-sign-in-locked = Sign-in of this account is locked until { $until }.
refusal-sign-in = The account or the password is wrong.
refusal-temporary-password = That password is temporary. Change it before you sign in here.
refusal-expired-password = That password has expired. Reset it before you sign in here.
refusal-second-factor = The authenticator code is wrong or was used before.
refusal-changed-meanwhile = The account was changed meanwhile. Sign in again.
# $id (text): the message's number
refusal-message-gone = Message { $id } can't be tried again, because its content is gone.
# $id (text): the message's number
refusal-no-message = Message { $id } is not waiting any more.
refusal-reports-licence = Usage reports need the licence P1 or P2 as the organisation's default.
# $count (number): how many rows
refusal-bad-rows =
    { $count ->
        [one] One row can't be taken, so nothing was imported.
       *[other] { $count } rows can't be taken, so nothing was imported.
    }
refusal-file = The file can't be read, or it was changed meanwhile. Look at it and try again.
refusal-not-initialised = This store has no organisation yet.
refusal-initialised = This store already has an organisation.
# $sentence (text): a sentence in English
refusal-other = { $sentence }
refusal-step-up = You proved who you are more than five minutes ago. Prove it again to do this.

# The console: tabs, keys, what the loop says.

tab-overview = Overview
tab-properties = Properties
tab-methods = Authentication methods
tab-registration = Registration
tab-notifications = Notifications
tab-customization = Customization
tab-on-premises = On-premises integration
tab-administrators = Administrator policy
tab-users = Users
tab-groups = Groups
tab-passwords = Password protection
tab-audit = Audit
tab-usage = Usage & insights
keys-open = Enter open
keys-tabs = Up/Down tabs
keys-leave-place = Esc back
keys-console-help = ? help
keys-go = : go to
keys-sign-out = Ctrl-X sign out
keys-close = Esc close
console-working = One moment …
console-failed = That could not be done: the store did not answer as it should. Nothing was changed; the log has the cause.
# $typed: what was typed.
console-no-command = There is no “{ $typed }” here.
console-help = Help
console-language = Language
console-go = Go to
console-line = Name of a tab, or quit
# $word: what must be typed, for example a user name or a number.
console-type-word = Type { $word } to go on.
console-typed = To confirm
console-enter-goes-on = Enter goes on, Esc does not.
console-discard = Give up what you changed?
console-discard-text = It is not saved. Enter gives it up, Esc goes back to it.
# $before: the value before it was changed.
form-was = before: { $before }
help-console = The list at the left has the tabs: Up and Down choose one, Enter goes into it, Esc comes back. Ctrl-PageUp and Ctrl-PageDown change the tab from anywhere; : and the beginning of a name do, too. Ctrl-S saves, u undoes the last save of the policy, / filters a list. F2 changes the language, F3 the colours. Ctrl-X signs out.
advice-no-help-desk = Tell people how to reach the help desk: whoever can't be helped here has nowhere else to turn.
advice-few-methods = Enable at least one method more than you require: whoever loses one is locked out otherwise.
advice-one-method = Require two methods: with one, whoever gets hold of a mailbox or a telephone has the account.
advice-questions-spare = Have more questions registered than are asked: one forgotten answer locks people out otherwise.
advice-questions-alone = Don't let questions be the only method: answers can be guessed or found out.
advice-no-registration = Ask for registration at sign-in: whoever has no methods can't reset a password.
advice-never-reconfirmed = Have methods confirmed again every 180 days: numbers and addresses go out of date.
advice-users-untold = Tell people of their reset: otherwise nobody notices a reset by somebody else.
advice-administrators-untold = Tell administrators when an administrator's password was reset: such an account is worth an attack.
advice-no-human-check = Keep the human check for remote terminals: without it, programs can try names from afar.
advice-explained = Don't say why an account is refused: it tells strangers which accounts exist.
advice-composition = Ask for length instead of character classes: people meet them in ways that are easy to guess.
advice-short-passwords = Ask for at least 12 characters: length is what makes a password hard to guess.
advice-expiry = Don't let passwords expire: people who are made to change them choose weaker ones.
advice-many-proofs = Block after five failed proofs: more tries help whoever guesses.
advice-short-block = Let a block last 24 hours: an administrator can release it, and whoever guesses has to wait.
advice-many-sign-ins = Lock sign-in after ten failures: more tries help whoever guesses.
advice-short-lock = Let the first lock last 60 seconds: a shorter one hardly slows down whoever guesses.
advice-flooded = Send at most ten messages a day to one destination: more can be used to flood somebody.
# $id (text): the number of the save
refusal-no-save = There is no save { $id }.
refusal-nothing-to-undo = No save of the policy is left to undo.
# $id (text): the number of the save
refusal-undone-already = Save { $id } is undone already.

## People: finding, changing many, deleting

# $name (text): the account's principal name
# $by (text): the administrator who deleted it
# $at (moment): when
refusal-deleted = { $by } deleted “{ $name }” at { $at } already. There is nothing left to do.
# $name (text): the account's principal name
refusal-not-among = “{ $name }” is not among these accounts, so none come after it.
# $found (number): how many accounts there are now
# $expected (number): how many were confirmed
refusal-bulk-count = { $found ->
    [one] One account fits now, and { $expected } were confirmed. Nothing was changed; look at them again.
   *[other] { $found } accounts fit now, and { $expected } were confirmed. Nothing was changed; look at them again.
}

## Users and groups

people-yes = yes
people-no = no
# $at (moment): a moment
people-at = { $at }
# $text (text): a name from the store, or a sentence in English
people-text = { $text }
people-keys-find = / find
people-keys-to-list = Enter to the list
people-keys-to-filter = f filter
people-keys-to-new = n new
people-keys-to-bulk = b bulk
people-keys-to-import = i import
people-keys-to-export = e export
people-keys-members = a add  r remove  d delete group
people-keys-filter = Enter apply
people-keys-create = Ctrl-S create
people-keys-go-on = Ctrl-S go on
people-keys-stop = s stop
people-keys-sections = Left/Right or 1–7 sections
# $count (number): how many
users-count =
    { $count ->
        [one] One account
       *[other] { $count } accounts
    }
# $count (number): how many
users-more =
    { $count ->
        [one] The first account of more
       *[other] The first { $count } accounts of more
    }
user-disabled = disabled
user-blocked = blocked
user-locked = locked
user-registered = registered
user-unregistered = unregistered
people-column-user = User name
people-column-state = State
people-column-name = Name
people-column-roles = Roles
people-column-group = Group
people-column-type = Type
people-column-description = Description
people-column-member = Member
people-column-kind = Kind
people-role-global = Global administrator
people-role-authentication-policy = Authentication policy administrator
people-role-user = User administrator
people-role-helpdesk = Help desk
people-role-reports-reader = Reports reader
licence-default = The organisation's licence
licence-free = Free
licence-basic = Basic
licence-apps-for-business = Apps for business
licence-business-standard = Business Standard
licence-business-premium = Business Premium
licence-p1 = P1
licence-p2 = P2
people-filter-title = Which accounts
people-filter-any = Either way
people-filter-enabled = May it be used?
people-filter-enabled-yes = Enabled
people-filter-enabled-no = Disabled
people-filter-registered = Has it enough methods?
people-filter-registered-yes = Registered
people-filter-registered-no = Not registered
people-filter-blocked = Only those blocked from reset now
people-filter-locked = Only those whose sign-in is locked now
people-filter-group = In this group, or in one nested in it
people-filter-role = Role
people-filter-role-any = Any role
people-filter-role-none = No role
people-filter-licence = Licence
people-filter-source = Comes from: local, or a directory's name
help-people-filter = Only accounts that fit everything chosen here are listed, changed together or exported. Space and the arrow keys choose, Enter applies it, Esc leaves it as it was. Esc in the list takes the filter away again.
help-users = Type / and the beginnings of words: a name, a user name or an address finds accounts as you type, however many there are. Enter opens one. f filters, n makes a new user, b does one thing to all that are listed, i and e take a file in or write one. What your role may not do is not offered.
# $name (text): the account's principal name
account-title = Account { $name }
account-actions = Actions
account-profile = Data
account-eligibility = Reset?
account-methods = Methods
account-blocks = Blocks
account-journeys = Visits
account-records = Audit
account-no-actions = Your role may change nothing about this account.
account-can-reset = This account can reset its password now.
# $code (text): the code of the first check that fails
account-cannot-reset = This account can't reset its password now ({ $code }).
account-check-reason-unknown = the account exists
account-check-reason-disabled = the account is enabled
account-check-reason-blocked = it is not blocked from reset
account-check-reason-off = reset is on for the organisation
account-check-reason-unlicensed = a licence allows it
account-check-reason-not-selected = it is in a selected group and in no excluded one
account-check-reason-no-method = policy enables one of its methods
account-check-reason-too-few-methods = it has as many usable methods as are required
account-check-reason-no-writeback = its directory can be written to
account-check-reason-directory-refused = its directory lets the agent write
account-check-reason-no-agent = an agent of its directory is there
# $count (number): how many
account-gates =
    { $count ->
        [one] One proof is needed for a reset. Marked are the methods that count.
       *[other] { $count } different proofs are needed for a reset. Marked are the methods that count.
    }
# $at (moment): since when
account-since = registered { $at }
# $count (number): how many answers
# $at (moment): since when
account-answers-since =
    { $count ->
        [one] one answer
       *[other] { $count } answers
    } registered { $at }
account-provided = provided by the organisation
account-no-methods = No method is registered or provided.
account-reset-blocked = Blocked from reset until
account-sign-in-locked = Sign-in locked until
account-limits = What is used of each limit:
# $used (number): how often
# $limit (number): how often at most
account-used = { $used } of { $limit }
# $at (moment): until when
account-frees = the oldest counts until { $at }
account-counted-proof = Failed proofs
account-counted-mail = Codes by mail
account-counted-question = Tries at questions
account-counted-second_factor = Wrong second factors
account-counted-phone_check = Numbers typed
account-counted-sms = Text messages
account-counted-push = Requests on the app
account-counted-call = Calls
account-counted-enrolment = Wrong codes at registration
account-counted-caller = Wrong codes told to the help desk
account-no-journeys = Nobody came for this account in the last days.
account-purpose-reset = Reset
account-purpose-unlock = Unlock
account-purpose-sign_in = Sign-in
account-journey-open = under way
account-journey-done = done
account-journey-ended = closed
account-journey-refused = refused
account-journey-expired = took too long
account-records-hidden = Your role may not read the audit log.
help-account = Left and Right, or the digits 1 to 7, choose a section: what can be done, the data, each check of whether the account can reset and why not, its methods, what blocks it, visits at kiosks, and the audit log. In Actions, Enter does what is chosen. What your role may not do is not offered; a look by the help desk is recorded.
people-do-help = Verify the caller and help
people-do-temporary-password = Give a temporary password
# $name (text): the account's principal name
people-do-temporary-password-text = “{ $name }” gets a password that must be changed at the next sign-in. The present one is valid no more, and everything it opened ends.
people-do-require-registration = Require registration again
# $name (text): the account's principal name
people-do-require-registration-text = “{ $name }” must register their methods again at the next sign-in. An open sign-in ends, and its owner is told.
# $name (text): the account
people-done-required = “{ $name }” must register again.
bulk-register = Require registration again
people-do-release = Release from the block of reset
people-do-unlock = Unlock the sign-in
people-do-edit = Change names and contact data
people-do-licence = Change the licence
people-do-roles = Change the roles
people-do-enable = Enable
people-do-disable = Disable
# $name (text): the account's principal name
people-do-disable-text = “{ $name }” can't sign in or reset until it is enabled again. What is under way ends.
people-do-delete = Delete the account
# $name (text): the account's principal name
people-do-delete-text = “{ $name }” is deleted with its password and methods. This can't be undone; what is recorded of it stays.
# $name (text): the account or group
people-done-released = “{ $name }” may reset its password again.
# $name (text): the account or group
people-done-unlocked = The sign-in of “{ $name }” is unlocked.
# $name (text): the account or group
people-done-enabled = “{ $name }” is enabled.
# $name (text): the account or group
people-done-disabled = “{ $name }” is disabled.
# $name (text): the account or group
people-done-deleted = “{ $name }” is deleted.
# $name (text): the account or group
people-done-edited = “{ $name }” is changed.
# $name (text): the account or group
people-done-group-added = The group “{ $name }” is there now.
# $name (text): the account or group
people-done-added = “{ $name }” is a member now.
# $name (text): the account or group
people-done-removed = “{ $name }” is no member any more.
# $name (text): the account's principal name
people-once-temporary = The temporary password of “{ $name }”:
# $name (text): the account's principal name
people-once-new = “{ $name }” can sign in with this password and must change it then:
people-once-only = It is shown only here and only now. Hand it over in a way that nobody else can read.
help-people-once = This secret is shown once and kept nowhere in this form. Enter or Esc leaves the page, and then it is gone.
# $name (text): the account's principal name
account-edit-profile = Change { $name }
# $name (text): the account's principal name
account-edit-licence = Licence of { $name }
# $name (text): the account's principal name
account-edit-roles = Roles of { $name }
help-people-edit = Ctrl-S saves what is changed, all of it or nothing. An emptied field empties the value. What was there before stands below a field that was changed. Esc asks before anything typed is given up.
person-upn = User name
person-upn-note = Like mias@contoso.example. People sign in with it.
person-name = Name
person-given = First name
person-surname = Last name
person-email = Mail address
person-alternate = Alternate mail address
person-alternate-note = Outside the organisation, where a person who is locked out can read it.
person-mobile = Mobile phone
person-office = Office phone
person-phone-note = In international form, like +44 20 7946 0000.
person-language = Language of messages
person-language-any = The organisation's
person-licence = Licence
person-roles = Roles
person-groups = Groups
person-source = Comes from
person-enabled = Enabled
person-must-change = Must change the password
person-registered = Has enough methods
person-last-reset = Last reset
person-type = Group type
person-group-name = Group name
person-description = Group description
person-members = Members
person-members-note = One a line: a user name, or another group's name.
person-member = User name, or another group's name
person-file = File name
person-file-note = The name of a CSV, like users.csv, in the folder the console was started in.
new-user-title = New user
new-user-done = The new user's first password
help-new-user = Only the user name is needed. Ctrl-S creates the user; the first password is made here, shown once, and must be changed at the first sign-in. Space chooses groups and roles. Contact data given here count as methods without registration.
# $count (number): how many
groups-count =
    { $count ->
        [one] One group
       *[other] { $count } groups
    }
group-security = Security
group-microsoft365 = Microsoft 365
help-groups = The groups, by name. / finds one as you type, Enter opens it, n makes a new one.
new-group-title = New group
help-new-group = Choose the type, give the group a name and say what it is for. Members are named one a line. Ctrl-S creates it. A group may be a member of another, but never contain itself.
# $name (text): the group's name
group-title = Group { $name }
# $count (number): how many
group-members =
    { $count ->
        [one] One member
       *[other] { $count } members
    }
# $count (number): how many
group-members-more =
    { $count ->
        [one] The first member of more
       *[other] The first { $count } members of more
    }
member-group = group
member-account = user
# $group (text): the group's name
group-add-title = Add a member to { $group }
help-people-ask = Type the name and press Enter. Esc goes back without doing anything.
group-remove = Remove a member
# $name (text): the member
# $group (text): the group's name
group-remove-text = “{ $name }” is taken out of “{ $group }”.
group-delete = Delete the group
# $name (text): the group's name
group-delete-text = “{ $name }” is deleted. Its members stay. This can't be undone.
help-group = The members: groups first, then users. a adds one, r removes the chosen one, d deletes the group after its name is typed, Enter opens a member. Members of nested groups count wherever the group does.
bulk-title = One thing for many accounts
# $count (number): how many
bulk-count =
    { $count ->
        [one] One account is meant:
       *[other] { $count } accounts are meant:
    }
bulk-counting = Counting …
bulk-everybody = everybody
bulk-action = What is done
bulk-enable = Enable them
bulk-disable = Disable them
bulk-licence = Give them the licence below
bulk-group = Put them into the group below
bulk-release = Release them from the block of reset
bulk-new-licence = Licence
bulk-into = Group
bulk-into-missing = Name the group.
bulk-nobody = No account is meant, or they are not counted yet.
# $count (number): how many
bulk-confirm =
    { $count ->
        [one] It is done to one account. Each change is recorded.
       *[other] It is done to { $count } accounts. Each change is recorded.
    }
# $changed (number): accounts that are different now
# $same (number): accounts that were so before
# $refused (number): accounts that were refused
bulk-done = Done: { $changed } changed, { $same } as before, { $refused } refused.
# $count (number): how many
bulk-left =
    { $count ->
        [one] It was stopped; one account was not reached.
       *[other] It was stopped; { $count } accounts were not reached.
    }
help-bulk = Choose what is done to all the accounts that the list's filter means. Ctrl-S shows how many they are, and that number must be typed. While it runs, s stops it after the present batch; what was done stays done. Each account that is refused is told with the reason.
# $count (number): how many
people-job-through =
    { $count ->
        [one] One is through.
       *[other] { $count } are through.
    }
# $count (number): how many
# $all (number): of how many
people-job-through-of = { $count } of { $all } are through.
# $count (number): how many
people-job-wrong =
    { $count ->
        [one] One went wrong:
       *[other] { $count } went wrong:
    }
people-job-stopping = It stops after the present batch.
people-import-title = Import users
people-import-skip = Leave bad rows out instead of importing nothing
people-import-skip-note = Each bad row is told with its line.
# $added (number): new accounts
# $changed (number): accounts that were changed
# $same (number): accounts that were so before
# $bad (number): rows that were left out
people-import-done = Done: { $added } added, { $changed } changed, { $same } as before, { $bad } left out.
people-import-stopped = It was stopped. Of a file of all rows or none, none was imported.
help-people-import = The file is a CSV with a header row of the words upn, name, given, surname, email, alternate-email, mobile, office, licence, role, language, must-change. All of its rows are imported or none, unless bad rows are left out. s stops it.
people-export-title = Export users
# $count (number): how many
people-export-done =
    { $count ->
        [one] One account is in the file.
       *[other] { $count } accounts are in the file.
    }
people-export-exists = There is such a file already. Choose another name; nothing is overwritten.
people-export-failed = The file can't be made here. Check that the folder may be written to.
help-people-export = The accounts that the list's filter means are written to a new CSV, which can be imported again. Only the console's own user can read it. The export is recorded.

## Help desk: why something was not done

# $least (number): the least minutes; $most (number): the most
refusal-pass-minutes = A temporary access pass is good for { $least } to { $most } minutes.
# $name (text): the account's principal name
refusal-administrators-pass = “{ $name }” is an administrator's account, which never has a temporary access pass. A global administrator can add an authenticator to it.
# $name (text): the account's principal name
refusal-disabled = “{ $name }” is disabled. Enable the account first.
# $name (text): the account's principal name
refusal-not-verified = You have not verified the owner of “{ $name }” within the last 15 minutes. Verify the caller first.
# $name (text): the account's principal name
refusal-no-pass = “{ $name }” has no temporary access pass that is still good.
refusal-malformed-reference = A reference has 8 letters and digits. Ask the caller to read it out again.
# $reference (text): the reference
refusal-no-reference = Nothing is recorded under { $reference }. Ask the caller to read it out again.

## The help desk: from a reference to the reason, verifying a caller, what may be done for them

keys-helpdesk = h help desk
keys-look-up = Enter look up
keys-open-caller = Enter help this account
keys-scroll = PgUp/PgDn scroll
keys-do = Enter do it
keys-check = Enter check it
keys-give = Enter give it
helpdesk-title = Help desk
helpdesk-intro = Who is calling? Type the reference that they read off the screen, or the user ID they give.
helpdesk-reference = Reference
helpdesk-reference-note = 8 letters and digits. Capital letters, spaces and dashes make no difference.
helpdesk-user = User ID
helpdesk-user-note = A user name, the part before the @, or a registered address.
help-helpdesk = Type the reference that a caller reads off the screen and press Enter: you see why it was refused, what helps now and what happened. Or type the user ID that they give, to see the account and verify the caller. Every look is recorded.
# $reference (text): the reference
desk-found-title = Reference { $reference }
desk-account = Account
desk-nobody = nobody was named
desk-terminal = Terminal
desk-nowhere = not recorded
desk-refusal = Reason
desk-no-refusal = nothing failed
desk-what-helps = What helps now
desk-not-yours = (Your role may not do this.)
desk-checks = Checks as they stand now
desk-happened = What happened
# $at (moment): when
# $what (text): what was recorded, as words of the audit log
desk-record = { $at }: { $what }
help-found = At the top is why it came to nothing, then what helps now. The checks are those of this moment, not of then. Enter opens the account, where you verify the caller and help them.
# $name (text): the account's principal name
desk-caller-title = Help for { $name }
desk-name = Name
desk-enabled = May be used
desk-blocked = Blocked from reset
desk-locked = Sign-in locked
desk-verified = Caller verified by you
desk-pass = Access pass
# $at (moment): until when
desk-until = until { $at }
# $address (text): the masked address
desk-act-mail = Verify: send a code to { $address }
# $address (text): the masked number
desk-act-text = Verify: text a code to { $address }
desk-act-app = Verify: ask for the authenticator's code
desk-act-tell = Type the code that the caller says
desk-act-pass = Give a temporary access pass
desk-act-withdraw = Withdraw the temporary access pass
desk-act-release = Release the block of reset
desk-act-unlock = Unlock sign-in
desk-act-password = Give a temporary password
desk-act-register = Require registration again
desk-verify-first = Verify the caller before you do anything for them. A temporary access pass can be given only then.
desk-not-held = The account no longer has what this would be sent to. Choose another way.
desk-not-now = Nothing more can be sent there now, or too many wrong codes were told. Choose another way, or wait.
help-caller = Choose with Up and Down, then press Enter. To verify the caller, have a code sent to what the account holds, or ask for the code of the authenticator; the caller says it and you type it. Then you have 15 minutes. Somebody who has lost the phone gets a temporary access pass: with the password it lets them sign in once and register another.
# $name (text): the account's principal name
desk-confirm-withdraw = Withdraw the temporary access pass of { $name }?
# $name (text): the account's principal name
desk-confirm-password = Give { $name } a temporary password?
desk-confirm-password-text = The password they have now no longer works. The new one must be changed when they sign in.
# $name (text): the account's principal name
desk-confirm-register = Have { $name } register their methods again?
desk-confirm-register-text = What is registered stays, but more information is required at the next sign-in. They are told by mail.
desk-done-withdraw = The pass is withdrawn.
desk-done-release = The account may reset its password again.
desk-done-unlock = Sign-in is unlocked.
desk-done-register = At the next sign-in, more information is required.
desk-tell-title = Verify the caller
# $address (text): where the code went, masked
# $at (moment): until when it is good
desk-tell-sent = A code is on its way to { $address }. Ask the caller to say it, and type it here. It is good until { $at }.
# $at (moment): until when it can be typed
desk-tell-app = Ask the caller for the code that their authenticator shows now, and type it here, until { $at }.
desk-code = The code that the caller says
# $digits (number): how many
desk-code-malformed = A code has { $digits } digits. Ask the caller to say it again.
# $left (number): how many tries are left
desk-code-wrong =
    { $left ->
        [one] That is not the code. One more may be tried.
       *[other] That is not the code. { $left } more may be tried.
    }
desk-code-used-up = That was not the code, and no more may be tried. Begin again.
desk-code-late = That code is no longer good. Begin again.
# $at (moment): until when
desk-verified-until = The caller is verified until { $at }.
help-tell = Type what the caller says and press Enter. Never say the code yourself: whoever has the mailbox or the phone knows it. Esc leaves it; the code stays good.
desk-give-title = Temporary access pass
# $name (text): the account's principal name
desk-give-text = { $name } can use it once: with the password to sign in, and to register another method. It never resets a password.
desk-minutes = Minutes it is good
# $least (number): the least
# $most (number): the most
desk-minutes-note = { $least } to { $most }.
help-give = Say for how many minutes the pass is good and press Enter. It is shown once. The owner is told by mail that a pass was given.
# $at (moment): until when it is good
desk-shown-pass = Say this pass to the caller. It is good once, until { $at }.
remedy-find-account = Ask for the user ID again: there is no such account.
remedy-enable = If the account was disabled by mistake, enable it.
remedy-release = Verify the caller, then release the block of reset.
remedy-unlock = Verify the caller, then unlock sign-in.
remedy-switch-on = Reset is off for everybody. Switch it on in the policy.
remedy-license = Give the account a licence that allows reset.
remedy-select = Put the account into a selected group, or take it out of an excluded one.
remedy-register = Verify the caller and give a temporary access pass: with it they sign in and register their methods.
remedy-set-up-writeback = Switch writeback on, or set up a connector for the account's domain.
remedy-mend-directory = The directory refused the agent. Test the connector.
remedy-start-agent = No agent is there for the directory. Start one.
remedy-wait = Too much was tried at that terminal. Wait, or use another one; it ends by time alone.
remedy-start-again = Nothing stands against it now. The caller may start again.
new-file-name = Write a plain name with the ending that is said: letters, digits, spaces, hyphens, at most 100 bytes, no folder.
new-file-exists = There is already a file of that name. Choose another one: no file is overwritten.
new-file-failed = The file could not be written. Look at the folder and the space that is left.
audit-number = Number
audit-time = Time (UTC)
audit-activity = Activity
audit-outcome = Outcome
audit-reason = Reason
audit-account = Account
audit-actor = Done by
audit-terminal = Terminal
audit-journey = Visit
audit-method = Method
audit-reference = Reference
audit-detail = Detail
audit-hash = Hash
audit-since = Not before (UTC)
audit-until = Before (UTC)
audit-any = Any
audit-all = All records
audit-none = No record fits. Press / to ask for others.
audit-following = Following
audit-not-following = Standing still
audit-keys-open = Enter record
audit-keys-follow = f follow
audit-keys-unfollow = f stand still
audit-keys-export = e export
audit-keys-verify = v verify
audit-keys-apply = Ctrl-S apply
audit-keys-clear = Ctrl-U all records
audit-keys-same-reference = r same reference
audit-keys-same-account = a same account
audit-keys-write = Enter write file
audit-keys-check = Enter check
audit-filter-title = Which records
audit-account-note = A user principal name, sign-in name or registered address.
audit-activity-note = A word such as password_reset; a part of it is enough where only one fits.
audit-reference-note = What a caller reads off the screen.
audit-moment-note = Like 2026-05-01 or 2026-05-01 12:00, in UTC.
audit-no-activity = There is no such activity.
audit-no-moment = Write a date like 2026-05-01, or with a time like 2026-05-01 12:00.
audit-file = File
audit-file-note = A new name that ends in .jsonl or .csv; the file is made in the folder the console was started in, for its owner alone.
audit-export-title = Write records into a file
audit-head = Head kept elsewhere
audit-head-note = Number and hash of the last record, as you kept them; with them a cut end shows, too. It may be left empty.
audit-no-head = That is no head. Write a number, a space and a hash.
audit-verify-title = Check the log
audit-verify-what = Every record's hash covers the one before it. The check computes all of them again and names the first record that is missing or was changed.
outcome-success = Success
outcome-failure = Failure
help-audit = The audit log, newest first. Enter shows one record with everything in it. / asks for records by account, activity, outcome, terminal, reference and time, all together. While the list is following, new records come on top as they happen; f stops and starts that. e writes what is asked for into a file, v checks that no record is missing or changed.
help-audit-filter = Everything that is filled in must be so; what is left empty is not asked. Times are in UTC. Ctrl-S applies it, Ctrl-U shows all records again, Esc leaves it as it was.
help-audit-record = One record as it was written. Its hash covers everything in it and the hash of the record before. r asks for all records with the same reference, a for those about the same account.
help-audit-export = The records that are asked for are written into a new file, as JSON Lines or CSV by the ending of its name. That is recorded, and asks for a fresh proof of who you are.
help-audit-verify = The check reads every record once. Keep the head it tells you in another place: with it, a later check sees whether the end of the log was cut off.
usage-day = 24 h
usage-week = 7 days
usage-month = 30 days
usage-now = Now
usage-accounts = Accounts
usage-all = All
usage-enabled = Enabled for reset
usage-registered = Registered
usage-capable = Able to reset now
usage-help-desk = Help desk
usage-calls-avoided = Calls avoided
usage-resets = Resets by methods
usage-not-reset = Not reset
usage-why-cancelled = Cancelled
usage-why-idle = Left standing
usage-why-too-late = Out of time
usage-abandoned = Given up at
usage-registrations = Registrations
usage-nothing = Nothing yet.
usage-verification-step-1 = Verification step 1
usage-verification-step-2 = Verification step 2
usage-new-password = New password
usage-keys-period = Left/Right period
usage-keys-csv = c CSV file
usage-file-note = A new name that ends in .csv; the file is made in the folder the console was started in, for its owner alone.
usage-csv-title = Write the figures into a file
help-usage = Usage in numbers. Left and Right choose the period that the bars show; the figures of all three periods stand beside them. A call is counted as avoided for every reset that succeeded. Where people gave up is told by the methods they had passed. c writes everything into a CSV file. Each figure can be computed again from an export of the audit log and of the users.
help-usage-csv = The figures of all three periods are written into a new CSV file.
# $words (text): their words
audit-activities = Several fit: { $words }.
# $number (text): its number
audit-record = Record { $number }
# $asked (text): which records, in words
audit-export-what = What is written: { $asked }.
# $head (text): number and hash of the last record
audit-keep-head = Keep this head in another place: { $head }
# $number (text): its number
audit-broken = Record { $number } is missing or was changed. Compare it with an export or a backup.
# $file (text): the file's name
usage-written = The figures are in { $file }.
# $count (number): how many records
# $file (text): the file's name
audit-exported =
    { $count ->
        [one] One record is in { $file }.
       *[other] { $count } records are in { $file }.
    }
# $count (number): how many records
audit-export-far =
    { $count ->
        [one] One record is written so far.
       *[other] { $count } records are written so far.
    }
# $count (number): how many were checked
# $all (number): how many there are
audit-verify-far = { $count } of { $all } checked
# $count (number): how many records
audit-whole =
    { $count ->
        [one] The only record is as it was written.
       *[other] All { $count } records are as they were written.
    }
activity-store-created = Store set up
activity-reset-started = Reset begun
activity-code-sent = Code sent
activity-gate-tried = Method tried
activity-account-blocked = Reset blocked
activity-password-reset = Password reset
activity-reset-abandoned = Reset given up
activity-sign-in = Sign-in
activity-account-added = Account added
activity-account-edited = Account changed
activity-account-enabled = Account enabled
activity-account-disabled = Account disabled
activity-temporary-password = Temporary password given
activity-password-given = Password given
activity-block-released = Block released
activity-licence-changed = Licence changed
activity-roles-changed = Roles changed
activity-method-added = Method added
activity-method-deleted = Method deleted
activity-group-added = Group added
activity-group-deleted = Group deleted
activity-member-added = Member added
activity-member-removed = Member removed
activity-policy-changed = Policy changed
activity-delivery-failed = Message not delivered
activity-outbox-retried = Message tried again
activity-human-check = Human check failed
activity-account-unlocked = Sign-in unlocked
activity-alert-raised = Alert raised
activity-account-deleted = Account deleted
activity-accounts-imported = Accounts imported
activity-accounts-exported = Accounts exported
activity-store-backed-up = Store backed up
activity-store-restored = Store restored
activity-store-rekeyed = Store given a new key
activity-password-changed = Password changed
activity-method-changed = Method changed
activity-methods-confirmed = Methods confirmed
activity-preferred-method = Preferred method chosen
activity-request-sent = Request or call sent
activity-request-answered = Request or call answered
activity-identity-proved = Identity proved
activity-sign-in-ended = Signed out
activity-registration-required = Registration required again
activity-audit-exported = Audit log exported
activity-account-viewed = Account looked at
activity-reference-viewed = Reference looked up
activity-caller-asked = Caller asked for a proof
activity-caller-verified = Caller verified
activity-access-pass-given = Temporary access pass given
activity-access-pass-withdrawn = Temporary access pass withdrawn
activity-console-opened = Console opened
activity-policy-confirmed = Settings confirmed
value-on = On
value-off = Off
value-nothing = nothing
value-comma = { ", " }
setting-sspr-enabled-none = None
setting-sspr-enabled-selected = Selected
setting-sspr-enabled-all = All
setting-captcha-off = Off
setting-captcha-on = On
setting-captcha-remote-only = Remote terminals only
setting-password-preset-modern = Modern
setting-password-preset-entra = Entra
setting-password-preset-nist-800-63b-4 = NIST SP 800-63B-4
keys-review = Ctrl-S review and save
keys-save = Ctrl-S save
keys-read = Up/Down read
keys-undo = u undo the last save
keys-put-back = Ctrl-S put it back
keys-accept = Ctrl-S accept
keys-new-line = Enter new line
keys-choose-found = Enter choose
keys-choose = Space choose
keys-filter = / filter
keys-take = Space take the other
keys-go-on = Enter go on
settings-saved = Saved. Kiosks follow it at their next step.
settings-unchanged = Nothing is changed.
settings-confirm = Note that these settings were looked over and are right as they are? The log keeps it.
settings-confirmed = Noted: these settings are right as they are.
settings-picked = Accepted here; not saved yet. Ctrl-S reviews and saves.
settings-met = Somebody else has changed a setting that you are changing, too. Before anything is saved you will see both.
settings-read-only = You may look at these settings, but not change them.
review-title = Before you save
review-changes = What changes
review-nothing = Nothing changes.
# $after (text): the value after the change
review-will = after: { $after }
review-people = Who is affected
# $count (number): how many accounts
review-stranded =
    { $count ->
        [0] Nobody loses the ability to reset their password.
        [one] 1 account can reset its password now and can't any more afterwards.
       *[other] { $count } accounts can reset their passwords now and can't any more afterwards.
    }
# $count (number): how many accounts
review-reached =
    { $count ->
        [0] Nobody gains the ability to reset their password.
        [one] 1 account can't reset its password now and can afterwards.
       *[other] { $count } accounts can't reset their passwords now and can afterwards.
    }
# $count (number): how many are not shown
review-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
review-advice = Advice
conflict-title = Changed by somebody else
conflict-text = Nothing is saved yet. Somebody else changed the following since you opened the form. Choose for each whether their value stays or yours takes its place.
# $value (text): the value in force
# $by (text): who saved it
# $at (moment): when
conflict-theirs = Theirs: { $value } (by { $by }, { $at })
# $value (text): the value in force
conflict-theirs-unknown = Theirs: { $value }
# $value (text): the value that was filled in
conflict-yours = Yours: { $value }
conflict-theirs-taken = The other values stay; yours are given up.
undo-title = Undo the last save
# $by (text): who saved
# $at (moment): when
undo-save = Saved by { $by }, { $at }.
undo-changed-since = It can't be undone, because it was changed again since:
undo-done = Undone: what was there before is in force again.
list-label = One entry a line
# $count (number): how many there are
# $most (number): how many there may be
list-count = { $count } of { $most }
groups-filter = Filter
groups-none = There is no such group.
connectors = Directories
connectors-none = Not configured: this host's configuration names no directory. Accounts are local.
# $name (text): the directory
# $domains (text): the domains of its accounts
connectors-one = { $name }: accounts of { $domains }
connectors-later = These are configured, but this version does not reach directories yet.
administrators-text = This holds for every account with an administrator role, whatever the other tabs say. It is fixed and can't be changed.
administrators-who = Who
administrators-who-value = Accounts with any administrator role
administrators-on = Reset is on
administrators-on-value = Always, for everybody of them
administrators-never = Never used
administrators-still = What else keeps an account from resetting holds for administrators, too: a disabled account, a block after too many failed proofs, a licence that does not allow it.
help-settings = Ctrl-S shows what your changes come to, and saves them there.
help-properties = For whom reset is switched on, how strangers are met, the organisation's name and its licences. With selected groups, members of nested groups count, and an excluded group wins. Enter opens the list of groups. Ctrl-S shows what your changes come to before it saves; u undoes the last save.
help-methods = Which methods people may use, how many of them they need, and the limits of what is sent. Space switches a method on or off. Enter opens a list. Ctrl-S shows who could not reset any more, and saves there; u undoes the last save.
help-registration = Whether people register methods when they sign in, and after how many days they look them over again. Ctrl-S reviews and saves; u undoes the last save.
help-notifications = Who is told of a reset. Ctrl-S reviews and saves; u undoes the last save.
help-on-premises = Whether passwords are written back to directories, whether a locked account may be unlocked with its password kept, and which directories this host knows. Ctrl-S reviews and saves; u undoes the last save.
help-passwords = The rules for new passwords, the organisation's own banned words, and what happens after failed attempts. Enter opens the list of words. The presets set the least length as long as you don't. Ctrl-S reviews and saves; u undoes the last save.
help-administrators = The rules for administrators' own resets. They are fixed, so that nobody can weaken them.
help-review = Read what changes, who is affected and what is advised. Ctrl-S saves all of it; Esc goes back to the form, where everything you filled in is still there.
help-conflict = Two administrators changed the same settings. Up and Down choose a setting, Space takes the other value, Enter goes on to look over what is left of your changes. Esc goes back without saving.
help-undo = This is what the last save of the policy changed, and what would be put back. Ctrl-S puts it back. What somebody changed since is not put back silently.
help-list = Type or paste one entry a line. Enter begins a new line; Backspace in an empty line removes it. Ctrl-S accepts the list for the form, which is saved with the rest of it.
help-choose-groups = Space chooses a group or takes it out; / shows only groups with certain letters in their names. Ctrl-S accepts the choice for the form, which is saved with the rest of it.

### A logo out of a picture

refusal-picture-none = There is no PNG picture here that can be read. Give the path of one on this host.
# $kib (number): the most KiB a picture may have
refusal-picture-long = The picture is larger than { $kib } KiB. Save it smaller.
# $wide (text): how many points it is wide
# $high (text): how many points it is high
# $most (text): how many points a side may have
refusal-picture-large = The picture has { $wide } × { $high } points. At most { $most } × { $most } are taken.
refusal-picture-damaged = The picture is damaged or not complete. Save it again.
refusal-picture-blank = Nothing in the picture stands out from its background. Take one with more contrast.

### Customization: what visitors see of the organisation

# $language (text): a language's own name
custom-text = Text on the first screen: { $language }
custom-picture = Logo from a picture
    .advice = The path of a PNG on this host. Enter draws it as the logo above.
custom-keys-picture = Enter read the picture
custom-keys-preview = Ctrl-R preview
custom-keys-scroll = Arrows scroll
custom-keys-language = l language
custom-keys-look = c colours, g signs
custom-picture-taken = The picture is drawn as the logo. It is not saved yet.
# $language (text): a language's own name
custom-preview-default = Preview: { $language }
# $language (text): a language's own name
custom-preview-high = Preview: { $language }, high contrast
# $language (text): a language's own name
custom-preview-mono = Preview: { $language }, without colours
setting-branding-accent-blue = Blue
setting-branding-accent-cyan = Cyan
setting-branding-accent-green = Green
setting-branding-accent-magenta = Magenta
setting-branding-accent-red = Red
setting-branding-accent-yellow = Yellow
help-customization = What you write here is seen at once in the preview: the kiosk's first screen as visitors will see it, or as much of it as there is room for; for the help desk it is the screen that turns somebody away. Ctrl-R goes into the preview and comes back: there the arrows scroll, l changes the language, c the colours, g shows it as a terminal does that has no more than ASCII. A logo is text of at most 60 columns and 6 rows; a PNG on this host is drawn as one. The texts are one for each language; a language without one shows none. Ctrl-S shows what your changes come to and saves them there; u undoes the last save.

# The console itself

refusal-signed-out = Your sign-in is over: it took too long, or your password or roles were changed. Sign in again.
refusal-read-only = This console is read-only. Open it without that to change something.

# A second factor given anew, and a console that is locked or over

console-proof = Show that it is you
console-proof-text = This needs your second factor, given now. What you typed stays where it is.
console-not-proved = Nothing was done, because your second factor was not given.
console-no-proof = Your second factor can't be asked for now, so nothing was done. Try again in a few minutes.
console-locked = The console is locked
console-locked-text = Nobody was here for a while. Press any key and give your second factor to go on where you were.
console-over = You are signed out
# $reference (text): leads to the record in the log
console-fault = Something went wrong in the program. Nothing that was saved is lost; what was opened last may have to be opened again. Reference: { $reference }

# Overview

keys-outbox = o outbox
keys-count-again = r count again
help-overview = The state of things at a glance: for whom reset is on, how many accounts it is for, how many of them have enough methods, how many could reset now; whether messages leave and agents are at work; alerts of the last day. What somebody should look at stands first. o lists messages that have not left, r counts the accounts again. h opens the help desk, where a reference or a caller is looked up.
overview-reset = Password reset
overview-reset-off = switched off, but for administrators
# $groups (text): the names of the selected groups, separated by commas
overview-reset-selected = for selected groups: { $groups }
overview-reset-all = for everybody
overview-people = Accounts
overview-enabled = Reset is for
overview-registered = With enough methods
overview-capable = Could reset now
# $count (number): how many accounts
overview-count = { $count }
# $count (number): how many accounts were counted so far
overview-count-so-far = { $count } so far …
overview-outbox = Outbox
# $waiting (number): messages that wait; $refused (number): messages that failed and can be tried again
overview-waiting = { $waiting } waiting, { $refused } failed
overview-agents = Agents
# $host (text): the agent's host; $seen (moment): when it was last heard from
overview-agent = { $host }, heard from { $seen }
overview-no-agent = none has ever been at work
overview-alerts = Alerts, last day
overview-no-alert = none
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-names = { $at }: many different accounts were named at { $place }
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-failures = { $at }: many proofs failed at { $place }
# $place (text): unused; $at (moment): when
overview-alert-store-failures = { $at }: many proofs failed, over all terminals
# $place (text): unused; $at (moment): when
overview-alert-sms-budget = { $at }: the day's text messages were used up
# $place (text): unused; $at (moment): when
overview-alert-call-budget = { $at }: the day's calls were used up
overview-finding-methods = The policy asks for more methods than it enables, so nobody can reset. See Authentication methods.
overview-finding-agent = No agent was heard from within five minutes, so messages wait. A kiosk or a running agent delivers them.
# $seconds (number): by how many seconds
overview-finding-clock = This host's clock is { $seconds } s behind what the store has recorded: limits end later and authenticator codes may fail. Set it by a time server.
# $count (number): how many messages
overview-finding-late =
    { $count ->
        [one] One message has waited for more than ten minutes. See the outbox.
       *[other] { $count } messages have waited for more than ten minutes. See the outbox.
    }
overview-finding-nobody = Reset is on, and no account could reset its password now. A user's page says why for each.
overview-finding-one-gate = One method is enough for a reset. Two keep an account safe when one falls into the wrong hands.

# The outbox

keys-retry = Enter try again
help-outbox = Messages that wait to leave, and those that failed and can be tried again, newest first. Below is what went wrong last with the chosen one. Enter or r has it tried at once.
outbox-title = Outbox
outbox-empty = Nothing waits, and nothing that failed can be tried again.
outbox-id = No.
outbox-state = State
outbox-waiting = waiting
outbox-failed = failed
outbox-kind = What
outbox-kind-code = code
outbox-kind-request = request
outbox-kind-call = call
outbox-kind-alert = alert
outbox-kind-notice = notice
outbox-channel = By
outbox-channel-mail = mail
outbox-channel-sms = text
outbox-channel-voice = phone
outbox-channel-push = app
outbox-tried = Tries
outbox-created = Since
# $at (moment): when it was put there
outbox-moment = { $at }
# $error (text): what went wrong, in English
outbox-error = What went wrong last: { $error }
# $id (text): the message's number
outbox-retried = Message { $id } is tried again now.
