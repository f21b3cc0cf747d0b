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
keys-answer = Enter go on
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
form-was-empty = before: empty
help-console = The list at the left has the tabs: Up and Down choose one, Enter goes into it, Esc comes back. Ctrl-PageUp and Ctrl-PageDown change the tab from anywhere; : and the beginning of a name do, too. Ctrl-S saves, u undoes the last save of the policy, / filters a list. F2 changes the language, F3 the colours. Ctrl-X signs out.
help-overview = The state of the service at a glance.
overview-welcome = Choose a tab at the left.
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
custom-keys-save = Ctrl-S save
custom-keys-preview = Ctrl-R preview
custom-keys-scroll = Arrows scroll
custom-keys-language = l language
custom-keys-look = c colours, g signs
custom-nothing-changed = Nothing is another than before.
custom-saved = Saved. Each kiosk shows it to its next visitor.
custom-picture-taken = The picture is drawn as the logo. It is not saved yet.
# $language (text): a language's own name
custom-preview-default = Preview: { $language }
# $language (text): a language's own name
custom-preview-high = Preview: { $language }, high contrast
# $language (text): a language's own name
custom-preview-mono = Preview: { $language }, without colours
setting-branding-accent-none = None
setting-branding-accent-blue = Blue
setting-branding-accent-cyan = Cyan
setting-branding-accent-green = Green
setting-branding-accent-magenta = Magenta
setting-branding-accent-red = Red
setting-branding-accent-yellow = Yellow
help-customization = What you write here is seen at once in the preview: the kiosk's first screen as visitors will see it, or as much of it as there is room for. Ctrl-R goes into the preview and comes back: there the arrows scroll, l changes the language, c the colours, g shows it as a terminal does that has no more than ASCII. A logo is text of at most 60 columns and 6 rows; a PNG on this host is drawn as one. The texts are one for each language; a language without one shows none. Ctrl-S saves.
