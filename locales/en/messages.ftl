# What is sent to people. Every letter says what, when, from where, and what to do if it wasn't you;
# none ever holds a password.

# $organisation (text): the organisation's name
letter-code-subject = Your verification code for { $organisation }
# $minutes (number): how long the code is valid
letter-code-text =
    { $minutes ->
        [one] Your verification code is below. It is valid for { $minutes } minute.
       *[other] Your verification code is below. It is valid for { $minutes } minutes.
    }
# $terminal (text): the terminal where somebody asked for the code
letter-code-where = Somebody asked for it at: { $terminal }
letter-code-not-you = If it wasn't you, do nothing and tell nobody the code. Without it, your password stays as it is.

# $organisation (text): the organisation's name
letter-reset-subject = Your { $organisation } password was reset
# $upn (text): the account
letter-reset-text = The password of your account { $upn } was reset.

# $upn (text): the administrator's account
letter-admin-subject = The password of administrator { $upn } was reset
letter-admin-text = The password of the administrator account { $upn } was reset at a terminal by somebody who passed its verification. You get this because you are an administrator, too.

# $when (moment): when it happened
letter-when = When: { $when }
# $terminal (text): the terminal where it happened
letter-where = Where: { $terminal }
# $reference (text): leads an administrator to the record
letter-reference = Reference: { $reference }
letter-reset-not-you = If it wasn't you, somebody else may be in your account: reset the password again at once and tell your help desk.
letter-admin-not-you = If that is unexpected, ask the account's owner at once, and disable the account until you know.

# $organisation (text): the organisation's name
letter-changed-subject = Your { $organisation } verification address was changed
# $upn (text): the account
letter-changed-text = The e-mail address that verification codes for your account { $upn } are sent to was changed by an administrator. Codes no longer come to the address before.
letter-changed-not-you = If you did not ask for this, tell your help desk at once: somebody may be preparing to reset your password.

# $contact (text): web address, e-mail address or telephone number
letter-helpdesk = Help desk: { $contact }
# $organisation (text): the organisation's name
letter-greeting = { $organisation }

# A text message: with the organisation's name it should fit in 70 characters, so every word counts.
# $organisation (text): the organisation's name; $code (text): the code; $minutes (number): how long it is valid
sms-code =
    { $minutes ->
        [one] { $organisation }: your code is { $code }, valid for { $minutes } minute. Tell nobody.
       *[other] { $organisation }: your code is { $code }, valid for { $minutes } minutes. Tell nobody.
    }
# $organisation (text): the organisation's name; to the number that codes came to until now
sms-number-changed = { $organisation }: codes no longer come to this number. Not you? Tell help desk.

# $organisation (text): the organisation's name
letter-number-subject = Your { $organisation } mobile number was changed
# $upn (text): the account
letter-number-text = The mobile number that verification codes for your account { $upn } are sent to was changed by an administrator. Codes no longer come to the number before.

# An account was unlocked by its owner
# $organisation (text): the organisation's name
letter-unlocked-subject = Your { $organisation } account was unlocked
# $upn (text): the account
letter-unlocked-text = Your account { $upn } was unlocked. Its password was not changed.
letter-unlocked-not-you = If it wasn't you, somebody else has passed your verification: reset your password at once and tell your help desk.

# Alerts to administrators
# $organisation (text): the organisation's name
letter-alert-subject = { $organisation }: unusually many tries at password reset
letter-alert-terminal-names = At one terminal, more different accounts were named for password reset than people usually name. The terminal takes no more for a few minutes.
letter-alert-terminal-failures = At one terminal, there were more wrong codes, numbers and answers than mistyping explains. The terminal takes no more for up to an hour.
letter-alert-store-failures = At all terminals together, there were more wrong codes, numbers and answers than mistyping explains. No terminal takes any more for up to an hour.
letter-alert-sms-budget = The text messages that the organisation pays for in a day are used up. Until some of them are a day old, nobody gets a code by text message.
letter-alert-everywhere = Where: at several terminals
letter-alert-what-to-do = Find out who is there, and look at the audit log to see which accounts they named. It ends by time alone; the same is not told again within an hour.

## A request or a call was denied

# $organisation (text): the organisation's name
letter-denied-subject = { $organisation }: you denied a request for your account
# $upn (text): whose account
letter-denied-text = Somebody wanted to get into your account { $upn }, and the request on your phone was denied. Nothing was changed.
letter-denied-what-to-do = If you denied it because it wasn't you, somebody may know how to reach your account: tell your help desk the reference. If it was you by mistake, start again.
# $upn (text): whose account
letter-admin-denied-subject = A request for { $upn } was denied as fraud
# $upn (text): whose account
letter-admin-denied-text = A request or a call to prove the identity of { $upn } was denied by whoever has the phone. The journey has ended, and nothing was changed.
letter-admin-denied-what-to-do = Ask the account's owner, and look at the audit log for what else happened at that terminal.

## A changed password, signed in

# $organisation (text): the organisation's name
letter-password-changed-subject = Your { $organisation } password was changed
# $upn (text): whose account
letter-password-changed-text = The password of your account { $upn } was changed by somebody who signed in with the one before.

## A method was added, changed or taken away. $organisation (text): the organisation's name

letter-method-added-subject = { $organisation }: a way to prove who you are was added
letter-method-changed-subject = { $organisation }: a way to prove who you are was changed
letter-method-deleted-subject = { $organisation }: a way to prove who you are was removed
# $upn (text): whose account; $method (text): which method, like: authenticator app
letter-method-added-text = This was added to your account { $upn } as a way to prove who you are: { $method }.
# $upn (text): whose account; $method (text): which method
letter-method-changed-text = This way to prove who you are was changed for your account { $upn }: { $method }. What was registered before no longer counts.
# $upn (text): whose account; $method (text): which method
letter-method-deleted-text = This way to prove who you are was removed from your account { $upn }: { $method }.
letter-method-app-notification = requests in an app on your phone
letter-method-app-code = authenticator app
letter-method-email = e-mail address
letter-method-mobile-phone = mobile phone
letter-method-office-phone = office phone
letter-method-security-questions = security questions
letter-alert-call-budget = The telephone calls that the organisation pays for in a day are used up. Until some of them are a day old, nobody is called.

## A request on the app of a phone

# The headline. $organisation (text): the organisation's name
push-title = { $organisation }: is this you?
# $terminal (text): the terminal that asks; $number (text): what is to be typed there; $minutes (number): how long it is valid
push-text =
    { $minutes ->
        [one] { $terminal } asks whether you are there. If so, choose Verify and type this number there within { $minutes } minute: { $number }. If not, choose Deny and tell nobody the number.
       *[other] { $terminal } asks whether you are there. If so, choose Verify and type this number there within { $minutes } minutes: { $number }. If not, choose Deny and tell nobody the number.
    }
# The two buttons
push-verify = Verify
push-deny = Deny

# Telephone calls
# Spoken on the telephone, by a speech synthesiser or by whoever records it: short sentences, nothing
# that only reading tells apart. Twice in a row.
# $organisation (text): the organisation's name
call-prompt = This is the password service of { $organisation }. Somebody is proving your identity to get back into your account. If it is you, press the hash key. If you did not ask for this call, press the star key.

## Who changed a method, and what follows for the address or number that counts no more

letter-by-administrator = It was done by an administrator.
letter-former = Codes no longer go to the address or number before.

## From the help desk: a code for a caller, a temporary access pass, registering again

# $organisation (text): the organisation's name
letter-caller-subject = Your code for the { $organisation } help desk
# $minutes (number): how long the code is valid
letter-caller-text =
    { $minutes ->
        [one] You are on the telephone with our help desk. Tell them this code, so that they know it is you. It is valid for { $minutes } minute.
       *[other] You are on the telephone with our help desk. Tell them this code, so that they know it is you. It is valid for { $minutes } minutes.
    }
letter-caller-not-you = If you are not speaking to our help desk right now, tell nobody the code and let the help desk know: somebody may be pretending to be you.
# A text message: with the organisation's name it should fit in 70 characters.
# $organisation (text): the organisation's name; $code (text): the code
sms-caller-code = { $organisation }: help desk code { $code }. Tell it only if you called.
# $organisation (text): the organisation's name
letter-pass-subject = { $organisation }: you were given a temporary access pass
# $upn (text): whose account
letter-pass-text = The help desk has given out a temporary access pass for your account { $upn }. Together with your password, it lets you sign in once and set up a new way to prove who you are.
# $until (moment): until when it is valid
letter-pass-until = Valid until: { $until }
letter-pass-not-you = If you did not ask for it, tell your help desk at once: somebody may be pretending to be you. They can withdraw the pass.
# $organisation (text): the organisation's name
letter-register-subject = { $organisation }: set up again how you prove who you are
# $upn (text): whose account
letter-register-text = When you next sign in with your account { $upn }, you will be asked to set up again how you prove who you are.
letter-register-not-you = If you don't know why, ask your help desk.
