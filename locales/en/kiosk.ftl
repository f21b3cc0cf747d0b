# What a locked-out person reads on the screen, full-screen or in plain mode.

# Text that was written elsewhere (by the organisation) and is shown as it is.
# $text (text): that text
verbatim = { $text }

## The first screen

welcome-title = Can't access your account?
welcome-choice-forgot = I forgot my password
    .detail = Prove who you are and choose a new one

## Who are you?

who-title = Get back into your account
who-text = Enter the user ID you sign in with, for example name@organisation.example. A registered e-mail address works too.
field-user-id = User ID
error-empty-user-id = Enter your user ID.

## Verification

# $step (number): 1 for the first method asked for, 2 for the second
verify-title = Verification step { $step }
verify-choose = How do you want to prove who you are?

# The name of each authentication method; .choice offers it in the wizard
method-app-notification = App notification
    .choice = Answer a request on my phone
method-app-code = Authenticator code
    .choice = Enter a code from my authenticator app
# $address (text): where the code goes, mostly hidden
method-email = E-mail
    .choice = Send a code to { $address }
# $address (text): the number, mostly hidden
method-mobile-phone = Mobile phone
    .choice = Text a code to { $address }
    .call = Call my mobile phone { $address }
# $address (text): the number, mostly hidden
method-office-phone = Office phone
    .choice = Call my office phone { $address }
method-security-questions = Security questions
    .choice = Answer my security questions

# $address (text): where the code went, mostly hidden; $minutes (number): how long it is valid
code-text-email =
    { $minutes ->
        [one] A code is on its way to { $address }. It is valid for { $minutes } minute. Look in the junk folder, too.
       *[other] A code is on its way to { $address }. It is valid for { $minutes } minutes. Look in the junk folder, too.
    }
code-text-app-code = Open the authenticator app on your phone and enter the code it shows for this account.
code-text-hidden = Details are hidden while nobody types. Press any key to show them.
field-code = Code
notice-sent-again = A new code is on its way. Earlier codes no longer work.
error-empty-code = Enter the code.
# $digits (number): how many digits a code has
error-malformed-code =
    { $digits ->
        [one] A code has { $digits } digit and nothing else. This was not counted as a try.
       *[other] A code has { $digits } digits and nothing else. This was not counted as a try.
    }
# $left (number): how many tries are left
error-wrong-code =
    { $left ->
        [one] That is not the right code. You have { $left } try left.
       *[other] That is not the right code. You have { $left } tries left.
    }
error-too-late = That code is no longer valid. Have a new one sent, or choose another method.
error-method-used-up = That method can't be used any more here. Choose another one.

## The new password

password-title = Choose a new password
field-new-password = New password
field-confirm-password = New password again
# $count (number): characters
rule-min-length =
    { $count ->
        [one] At least { $count } character
       *[other] At least { $count } characters
    }
# $count (number): characters
rule-max-length =
    { $count ->
        [one] At most { $count } character
       *[other] At most { $count } characters
    }
rule-classes = At least three of: lower case, upper case, digits, other characters
rule-personal = No part of your name or the organisation's
# $count (number): passwords
rule-history =
    { $count ->
        [one] Not the password you have now
       *[other] None of your last { $count } passwords (checked at the end)
    }
rule-confirm = Both entries are the same
error-empty-password = Enter a new password.
error-password-rules = That password breaks a rule below. Choose another one.
error-password-mismatch = The two entries are not the same.

## The end

done-title = Your password has been reset
done-text-changed = Your new password works from now on. The old one no longer does.
done-text-devices = Change it, too, wherever the old one is saved: phone, laptop, mail program.
done-text-notice = A notice of this change is on its way to your e-mail addresses.
# $seconds (number): until the first screen returns
done-returning =
    { $seconds ->
        [one] The first screen returns in { $seconds } second.
       *[other] The first screen returns in { $seconds } seconds.
    }

refused-title = You can't reset your password here
refused-text = This account's password can't be reset here.
refused-ask-administrator = Ask your administrator for help.
# $contact (text): web address, e-mail address or telephone number of the help desk
refused-contact = Help desk: { $contact }
# $reference (text): a short code of letters and digits
refused-reference = If you ask for help, say this reference: { $reference }

# Why, shown only where the organisation wants it. $code (text): like SSPR_0040
reason-unknown = There is no such account ({ $code }).
reason-disabled = The account is disabled ({ $code }).
reason-blocked = Too many attempts: the account is blocked here for a while ({ $code }).
reason-off = Password reset is switched off ({ $code }).
reason-unlicensed = The account has no licence for this ({ $code }).
reason-not-selected = The account is not among those selected for password reset ({ $code }).
reason-no-method = The account has no method that can be used here ({ $code }).
reason-too-few-methods = The account has too few methods to prove who you are ({ $code }).
reason-no-writeback = The account's directory can't be written to from here ({ $code }).
reason-directory-refused = The account's directory refused the change ({ $code }).
reason-no-agent = The account's directory can't be reached now ({ $code }).

ended-title = Please start again
ended-too-late = This took too long, or it was ended somewhere else. Nothing was changed from here.
ended-fault = Something is not working here. Try again in a few minutes.

## Language and help

language-title = Choose your language
# Each language's own name, the same in every locale
language-en = English
language-de = Deutsch
language-fr = Français
language-es = Español
language-ja = 日本語

help-title = Help
help-welcome = Choose what you need. You will be asked who you are and to prove it, then you choose a new password.
help-who = The user ID is the name you type when you sign in. If you don't know it, ask your administrator or help desk.
help-choose = Choose a method that you can use right now. Each can be used once.
help-code-sent = A code was sent to you. Type it here. If it does not come within a minute, have another one sent or choose another method.
help-code-app = The authenticator app shows a code of six digits that changes every 30 seconds. Type the one it shows now.
help-password = Type the new password twice. A long one made of several words is good. The list shows which rules it meets.
help-done = Everything is done. You can go.
help-refused = Nothing was changed. Say the reference to your help desk: it leads them to the reason.
help-ended = Start again from the first screen. If it happens again, ask your administrator or help desk.
help-keys = Tab and arrows move, Enter goes on, Esc goes back, Ctrl-X cancels and wipes everything you typed.

## Actions

action-next = Next
action-resend = Send another code
action-other-method = Choose another method
action-reveal = Show or hide
action-back = Back
action-cancel = Cancel
action-close = Close

## Around every screen

# $seconds (number): how long until everything typed is wiped
kiosk-wipe-in =
    { $seconds ->
        [one] Everything typed will be wiped in { $seconds } second. Press any key to keep it.
       *[other] Everything typed will be wiped in { $seconds } seconds. Press any key to keep it.
    }
# $step (number): the step the person is at; $total (number): how many there are
kiosk-progress = Step { $step } of { $total }
kiosk-working = Please wait…
# After a fault of the program, above the first screen
kiosk-fault = Something went wrong here. Please start again.

# The key bar: the key as it is written on the keyboard, then what it does, as short as can be
keys-choose = 1–9 choose
keys-enter = Enter go on
keys-move = Tab move
keys-back = Esc back
keys-reveal = Ctrl-R show or hide
keys-cancel = Ctrl-X cancel and wipe
keys-help = F1 help
keys-language = F2 language
keys-contrast = F3 contrast
keys-plain = F4 plain text
keys-phone = F6 phone

## Plain mode

plain-keys = Answer with a number or a value, or b to go back, x to cancel and wipe, l for the language, ? for help.
plain-not-a-choice = That is not one of the choices.
plain-wiped = Everything typed was wiped.
plain-secret = Nothing you type here is shown.
plain-link = The same as a link:
plain-bye = Goodbye.

## The phone beside the kiosk, in the demo; columns are narrow

phone-title = Phone (F6)
# While the keys go to the phone
phone-title-focused = Phone: has the keys (F6)
phone-codes = Authenticator
# $seconds (number): how long the code counts; as short as can be
phone-seconds-left = { $seconds } s
# $unread (number): how many messages nobody opened
phone-messages =
    { $unread ->
        [0] Messages
        [one] Messages ({ $unread } new)
       *[other] Messages ({ $unread } new)
    }
phone-unread = new
phone-empty = No messages yet.
# $from (text): the sender
phone-from = From: { $from }
# What the demo's first screen says. $account (text): the user ID to try; $password (text): her password
demo-hint = Demo: you are Mia Steele. Her user ID is { $account }. Her password is "{ $password }". Her phone is on the right; in a narrow window, F6 shows it. Ctrl-X on this screen ends the demo.

## Security questions

questions-text = Answer every question as you did when you set them up. Capital letters and extra spaces make no difference.
error-empty-answer = Answer every question.
# $left (number): how many tries are left
error-wrong-answers =
    { $left ->
        [one] Not every answer is right. Which one is wrong is not shown. You have { $left } try left.
       *[other] Not every answer is right. Which one is wrong is not shown. You have { $left } tries left.
    }
error-questions-changed = Other questions are asked now. Nothing was counted as a try. Choose a method again.
help-questions = Answer the questions with the answers that were set up for your account. All of them are checked together, and Ctrl-R shows what you typed for five seconds. If you don't remember them, choose another method.

# The predefined questions. Each wording asks for the same as the English one, because an answer is
# registered in one language and may be asked for in another; never change what is asked.
question-first-concert = Which band or singer did you hear at your first concert?
question-first-record = What was the first record, cassette or CD that you bought yourself?
question-first-film = Which film did you see on your first visit to a cinema?
question-first-play = Which play or musical did you see on your first visit to a theatre?
question-first-book = Which was the first book that you read from cover to cover in one day?
question-bedtime-song = Which song was sung to you at bedtime when you were small?
question-school-poem = Which poem did you have to learn by heart at school?
question-first-piece = Which piece of music did you first learn to play on an instrument?
question-stuffed-animal = What was the name of the stuffed animal or doll that you loved most as a child?
question-neighbours-pet = What was the name of a neighbour's dog or cat when you were a child?
question-primary-teacher = What was the full name of the teacher you liked best at primary school?
question-feared-teacher = What was the full name of the teacher you feared most at school?
question-first-desk-mate = What was the full name of the child who sat beside you in your first year at school?
question-first-crush = What was the full name of the first person you had a crush on?
question-first-boss = What was the full name of your first boss?
question-first-workplace = What was the name of the business where you earned your first money?
question-driving-teacher = What was the full name of the person who taught you to drive?
question-childhood-doctor = What was the full name of the doctor you were taken to as a child?
question-childhood-neighbour = What was the full name of a person who lived next door when you were a child?
question-sweet-shop = What was the name of the shop where you bought sweets as a child?
question-grandparents-street = What was the name of the street where your grandparents lived?
question-grandmother-birthplace = In which village or town did your mother's mother grow up?
question-hiding-place = What was your favourite hiding place as a child?
question-lost-thing = What did you lose as a child and never find again?
question-broken-thing = What that somebody else was fond of did you once break?
question-disliked-dish = Which dish did you refuse to eat as a child?
question-first-dish = Which dish was the first that you cooked by yourself?
question-childhood-present = Which present from your childhood do you remember best?
question-first-phone = What make and model was your first mobile phone?
question-first-bicycle = What make and colour was your first bicycle?
question-first-game = Which computer game was the first that you played to the end?
question-first-phone-number = What are the last five digits of the first telephone number you knew by heart?
question-first-mountain = What was the first mountain or hill that you climbed?
question-school-trip = Where did your first school trip take you?
question-first-club = What was the name of the first club or team that you joined?

## The number, before a code goes to a phone

# $number (text): the number we have, mostly hidden
number-text = We have a mobile number that ends like this: { $number }. Type the whole number, with its country code or as you dial it at home. If it is the one we have, a code is sent to it by text message.
field-number = Mobile number
error-empty-number = Enter the number.
error-malformed-number = That is not a whole telephone number. This was not counted as a try.
# $left (number): how many tries are left
error-wrong-number =
    { $left ->
        [one] That is not the number we have. You have { $left } try left.
       *[other] That is not the number we have. You have { $left } tries left.
    }
error-method-not-now = That method can't be used at the moment. Choose another one.
# $address (text): the number, mostly hidden; $minutes (number): how long the code is valid
code-text-mobile-phone =
    { $minutes ->
        [one] A code is on its way to { $address } by text message. It is valid for { $minutes } minute.
       *[other] A code is on its way to { $address } by text message. It is valid for { $minutes } minutes.
    }
help-number = Type the mobile number that your organisation knows, all of it. Spaces, hyphens and brackets do no harm. If you no longer have that phone, choose another method.

# In the demo, on the phone. $number (text): its own number
phone-number = Number: { $number }

## The human check, on and after the screen of the user ID

welcome-choice-locked = My account is locked
    .detail = Prove who you are and unlock it
human-title = Show that you are a person
human-code-text = Also type the five letters and digits drawn below. If they are hard to read, choose the wait instead; it serves just as well.
field-human-code = Letters and digits in the drawing
human-error-empty = Type what is drawn, or choose the wait.
human-error-asked = Also type what is drawn below, or choose the wait.
human-error-wrong = That is not what was drawn. Here is a new drawing.
human-error-over = That drawing is no longer valid. Here is a new one.
human-error-wait-over = That wait is no longer valid. Please wait once more.
# $minutes (number): until the next wait can begin
human-error-waits-used-up =
    { $minutes ->
        [one] There have been too many waits from here. The next one can begin in { $minutes } minute.
       *[other] There have been too many waits from here. The next one can begin in { $minutes } minutes.
    }
human-wait-text = A short wait shows that no program is trying this. Nothing else is asked of you for it.
# $seconds (number): how long the wait takes
human-wait-choice =
    { $seconds ->
        [one] Wait { $seconds } second
       *[other] Wait { $seconds } seconds
    }
# $seconds (number): how long the wait still takes
human-waiting =
    { $seconds ->
        [one] Please wait { $seconds } second. Then it goes on by itself.
       *[other] Please wait { $seconds } seconds. Then it goes on by itself.
    }
action-wait = Wait 20 seconds instead
help-human = A short wait keeps programs from trying one account after another. Wait until it is over; it goes on by itself.

## Unlock or reset?

unlock-title = Unlock or reset?
unlock-text = Your account is locked, because wrong passwords were entered too often.
unlock-choice-unlock = Unlock it and keep my password
    .detail = If you know your password
unlock-choice-reset = Choose a new password
    .detail = That unlocks the account, too
unlock-title-not-locked = Your account is not locked here
unlock-text-not-locked = You can sign in with your password. If it is not accepted, choose a new one.
password-text-unlocks = Your account is locked. The new password unlocks it, too.
done-title-unlocked = Your account has been unlocked
done-text-unlocked = You can sign in again. Your password was not changed.
done-text-unlocked-too = Your account is unlocked, too.
help-unlock = Unlocking lets you sign in again with the password you have. If you don't know it, choose a new one.

## Too many tries from one terminal, or everywhere

slow-title = Too many tries here
# $minutes (number): until the next try
slow-text =
    { $minutes ->
        [one] There have been too many tries from here, whoever made them. Please start again in { $minutes } minute.
       *[other] There have been too many tries from here, whoever made them. Please start again in { $minutes } minutes.
    }
help-slow = Nothing was changed, and this says nothing about your account. Come back later, or ask your help desk.

## The new password: banned words, breaches, strength

rule-banned = Not just common or banned words
rule-breached = Not known from a data breach (checked at the end)
# How strong the new password is, beside a bar that shows the same
strength-too-weak = Strength: too weak
strength-weak = Strength: weak
strength-fair = Strength: fair
strength-good = Strength: good
strength-strong = Strength: strong

## The keyboard

# Below a password that is typed while Caps Lock is known to be on
field-caps-lock = Caps Lock is on.

## Policy changed on the way

error-gate-missing = One more proof of who you are is asked for now. Choose a method.

## What became of what was sent

notice-not-sent-yet = The message could not be sent yet and is tried again. You can choose another method meanwhile.
error-not-delivered = The message could not be delivered. Choose another method.
ended-denied = The request was denied on the phone. Nothing was changed from here, and the owner of the account and the administrators are told. If that was you by mistake, start again.

## Signing in

welcome-choice-sign-in = Change my password or security info
    .detail = Sign in with your password
sign-in-title = Sign in
sign-in-text = Enter your user ID and your password, as you do when you sign in elsewhere.
# $user (text): the user ID of whoever is logged in on this computer
sign-in-text-known = You are { $user }. Enter your password to go on.
field-password = Password
error-empty-current-password = Enter your password.
error-sign-in-wrong = The user ID or the password is not right.
# $minutes (number): until the next try
error-sign-in-locked =
    { $minutes ->
        [one] Too many wrong passwords. Try again in { $minutes } minute. If you forgot your password, reset it instead.
       *[other] Too many wrong passwords. Try again in { $minutes } minutes. If you forgot your password, reset it instead.
    }
help-sign-in = The password is the one you have now, also a temporary one that somebody gave you. If you don't know it, go back and choose that you forgot it.
refused-title-sign-in = You can't sign in here
refused-text-sign-in = You can't sign in here at the moment.
gate-title-sign-in = Prove that it is you
gate-text-sign-in = The password was right. How do you want to prove that it is you?
gate-title-change = Prove once more that it is you
gate-text-change = Before your security info is changed, prove that it is still you. How do you want to do it?
password-again-text = Before your security info is changed, enter your password once more.
error-password-wrong = That is not your password.
help-password-again = You have no other method yet, so your password is asked for. Esc goes back without changing anything.

## Signed in

menu-title = Your account
menu-choice-change = Change my password
    .detail = Choose a new one
menu-choice-info = My security info
    .detail = See and change how you prove who you are
menu-choice-out = Sign out
    .detail = Back to the first screen
help-menu = Choose what you want to do. When you are done, sign out, so that nobody else goes on in your name.
change-title = Change your password
change-title-due = You must change your password
change-text-temporary = Your password was given to you by somebody else. Choose one that only you know.
change-text-expired = Your password has expired. Choose a new one.
note-password-changed = Your password has been changed.
note-password-changed-told = Your password has been changed. A notice is on its way to your e-mail addresses.
done-title-own = Your password has been changed

## More information required

register-title = More information required
register-text = Set up how you can prove who you are, so that you can help yourself if you ever forget your password.
# $have (number): methods that count so far; $required (number): how many are needed
register-progress = Set up so far: { $have } of { $required }.
register-not-alone = What is set up so far counts only together with another method. Set up one more.
register-text-nothing = Nothing can be set up here at the moment. Ask your administrator.
# $address (text): an address or a number, mostly hidden
register-choice-confirm = Confirm { $address }
help-register = The first in the list is the strongest and the one we recommend. Phones and questions are weaker. This can't be put off; Ctrl-X ends it, and it is asked again when you sign in next.
ended-signed-out = Your sign-in is over: it took too long, or it was ended somewhere else. What was changed before stays as it is.
enough-title = You have set up enough
enough-text = You can help yourself now if you forget your password. If you can, set up one method more than is needed: it helps when a phone is lost.
enough-choice-on = Go on
enough-choice-more = Add another method
help-enough = Two methods or more are best. One of them should be an app.
reconfirm-title = Is this still right?
reconfirm-text = Please look over how you can prove who you are:
reconfirm-choice-right = Everything is right
reconfirm-choice-change = Change something
note-confirmed = Thank you for looking it over.
help-reconfirm = An address or a number that you no longer have would lock you out when you need it. Change it now if something is wrong.

## My security info

info-title = My security info
info-text = These are the ways in which you can prove who you are. Choose one to change it.
info-text-empty = Nothing is set up yet. Two methods or more are best, an app first.
info-choice-add = Add a method
help-info = Methods that your organisation provided can be confirmed, and then they are your own. Before anything is changed, you prove once more that it is you.
# One line for each method. $address (text): an address or a number, mostly hidden
item-app-notification = App notification
item-app-code = Authenticator app
item-email = E-mail: { $address }
item-mobile-phone = Mobile phone: { $address }
item-office-phone = Office phone: { $address }
# $count (number): how many questions are answered
item-security-questions =
    { $count ->
        [one] Security questions: { $count } answer
       *[other] Security questions: { $count } answers
    }
# $date (date): since when it is registered
item-detail-own = Set up on { $date }
item-detail-own-first = Offered first; set up on { $date }
item-detail-provided = Provided by your organisation
item-detail-provided-first = Offered first; provided by your organisation
item-detail-unusable = Can't be used at the moment
one-choice-change = Change it
one-choice-confirm = Confirm it as my own
one-choice-first = Offer it first
one-choice-not-first = No longer offer it first
one-choice-delete = Delete it
help-one = Choose what to do with this method. Esc goes back to the list.
delete-title = Delete this method?
delete-text = You will no longer be able to prove who you are with it. A notice of this is sent, also to an address or number that is deleted.
delete-choice-keep = No, keep it
delete-choice-delete = Yes, delete it
help-delete = Deleting can't be undone, but you can set the method up again.
note-registered = It is set up.
note-first = It is offered first from now on.
note-not-first = It is no longer offered first.
note-deleted = It was deleted.

## Setting a method up

add-title = Add a method
add-text = Which method do you want to set up? The first is the strongest.
add-choice-app-notification = Requests in an app on my phone
add-choice-app-code = An authenticator app
add-choice-email = A private e-mail address
add-choice-mobile-phone = My mobile phone
add-choice-security-questions = Security questions
add-detail-recommended = Recommended
add-detail-good = Good
add-detail-weaker = Weaker
help-add = An app is the strongest method. Phone numbers can be taken over and answers can be found out, so these are weaker; they are better than nothing.
address-title = Your e-mail address
address-text = Enter an address outside your organisation that you can read without this password. A code is sent there.
field-address = E-mail address
error-empty-address = Enter the address.
error-enrol-address = That is not an e-mail address.
error-enrol-own-domain = That address belongs to your organisation. You could not read it if you forgot your password; enter another one.
help-address = A private address is best. Once you have typed the code that arrives there, the address can prove who you are.
phone-number-title = Your mobile number
phone-number-text = Enter the number in its international form, with + and the country code, for example +44 7700 900018. A code is sent to it.
phone-number-weaker = A number can be taken over by others, so an app is stronger.
error-enrol-number = That is not a number in international form. It begins with + and the country code.
help-phone-number = Enter the number with + and the country code; spaces do no harm. Once you have typed the code that arrives, the number can prove who you are.
confirm-title-email = Confirm your e-mail address
confirm-title-phone = Confirm your mobile number
confirm-title-call = Confirm your number
# $address (text): the number, mostly hidden; $minutes (number): how long it is tried
call-text-register =
    { $minutes ->
        [one] We are calling { $address }. Answer and press # within { $minutes } minute.
       *[other] We are calling { $address }. Answer and press # within { $minutes } minutes.
    }
call-progress-dialling = The call is being placed.
call-progress-ringing = The phone is ringing.
call-progress-answered = The call was answered. Press # on the phone.
call-progress-busy = The line was busy. You can be called again.
call-progress-no-answer = Nobody answered. You can be called again.
call-progress-no-key = No key was pressed. You can be called again.
call-progress-hung-up = The call ended before # was pressed. You can be called again.
help-confirm-code = Type the code that was sent. If it does not come within a minute, have another one sent, or set up a different method.
help-confirm-call = Answer the phone and press # when you are asked to. If you did not ask for the call, press *.
error-too-late-here = That code is no longer valid. Have a new one sent, or set up a different method.
error-enrol-over = It can't be confirmed any more. Set it up again, or set up a different method.
error-enrol-not-allowed = Your organisation does not allow that.
error-enrol-enough = You have as many of these as you may have. Delete one first.
error-enrol-already = That is set up already.
error-enrol-not-now = Nothing can be sent there at the moment. Try again later, or set up a different method.
error-enrol-still-needed = It can't be deleted: you would have fewer methods than are needed. Set up another one first.
error-enrol-gone = That is no longer there.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-question-title = Question { $number } of { $count }
new-question-text = Choose a question whose answer only you know. Answers can be found out, so questions are a weaker method.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-answer-title = Answer { $number } of { $count }
new-answer-text = Type an answer that you will remember. Capital letters and extra spaces make no difference.
error-empty-new-answer = Type an answer.
help-new-questions = Choose each question from the list and answer it; no question is asked twice. Nobody sees your answers, and Ctrl-R shows what you typed for five seconds.
# Why an answer is not taken
error-answers-count = Answer every question.
error-question-gone = That question can no longer be chosen. Choose another one.
error-question-twice = You have chosen that question already. Choose another one.
error-answer-twice = You gave that answer to another question already. Give each its own.
error-answer-short = That answer is too short.
error-answer-long = That answer is too long.
error-answer-guessable = That answer is too easy to guess.
error-answer-from-question = The answer must not be part of the question.
error-answer-from-name = The answer must not contain your name.
action-different = Set up a different method
action-call = Call me instead

## Requests on the demo's phone

# Below a request, once it was answered there
phone-answered = You have answered.

## A request on the app of a phone

# The label of the field for the number that the request shows
field-request-number = Number from your phone
# $minutes (number): how long the request is valid
code-text-request =
    { $minutes ->
        [one] A request is on its way to the ntfy app on your phone. It shows a number: type it here. It is valid for { $minutes } minute. Did somebody else start this? Then choose Deny on the phone.
       *[other] A request is on its way to the ntfy app on your phone. It shows a number: type it here. It is valid for { $minutes } minutes. Did somebody else start this? Then choose Deny on the phone.
    }
# After Verify was chosen on the phone, which is not enough
code-text-request-verified = You chose Verify on your phone. Now type the number that the request shows there.
notice-request-again = A new request is on its way. The numbers of earlier ones no longer work.
error-empty-request = Type the number that your phone shows.
# $digits (number): how many digits the number has
error-malformed-request =
    { $digits ->
        [one] The number has { $digits } digit and nothing else. This was not counted as a try.
       *[other] The number has { $digits } digits and nothing else. This was not counted as a try.
    }
# $left (number): how many tries are left
error-wrong-request =
    { $left ->
        [one] That is not the number of the newest request. You have { $left } try left.
       *[other] That is not the number of the newest request. You have { $left } tries left.
    }
error-too-late-request = That request is no longer valid. Have a new one sent, or choose another method.
action-ask-again = Send another request
help-request = A request was sent to the ntfy app on your phone. It says which terminal asks and shows a number. Choose Verify there and type the number here. If it does not come within a minute, have another one sent or choose another method.

## Telephone calls

action-call-again = Call again
# $number (text): the number we have, mostly hidden
number-text-call = We have a mobile number that ends like this: { $number }. Type the whole number, with its country code or as you dial it at home. If it is the one we have, it is called.
# $number (text): the number we have, mostly hidden
number-text-office = We have an office number that ends like this: { $number }. Type the whole number, with its country code or as you dial it at home, without an extension. If it is the one we have, it is called.
field-number-office = Office number
help-number-office = Type the office number that your organisation knows, all of it, but no extension. Spaces, hyphens and brackets do no harm. If you can't answer that phone now, choose another method.
# $number (text): the number, mostly hidden
call-text-calling = We are calling { $number }. Answer the call, listen, then press the # key on the phone. After that it goes on here by itself.
# $number (text): the number, mostly hidden
call-text-ringing = The phone { $number } is ringing. Answer it, listen, then press the # key on the phone. After that it goes on here by itself.
call-text-answered = The call was answered. Listen, then press the # key on the phone. After that it goes on here by itself.
call-notice-trouble = The call could not be made yet and is tried again. You can choose another method meanwhile.
call-error-busy = The line is busy.
call-error-no-answer = Nobody answered the call.
call-error-no-key = The call was answered, but the # key was not pressed. Perhaps it was a voicemail.
call-error-hung-up = The call was declined, or ended before the # key was pressed.
call-error-failed = The call could not be made.
call-error-over = The time for this call is over.
# $number (text): the number, mostly hidden
call-text-over = You can have { $number } called again, or choose another method.
help-call = Your phone is called. Answer it and listen to what is said, then press the # key on the phone; nothing is typed here. If the phone does not ring within a minute, choose another method.
ended-call-denied = The call was answered with the * key, which says that its owner did not ask for it. Nothing was changed from here, and the owner of the account and the administrators are told. If that was you by mistake, start again.

# In the demo, on the phone. What is said in the call is below it.
phone-call-rings = Incoming call. F6, then Enter answers it, Backspace declines it.
phone-call-talks = Call. # approves, * reports, Backspace hangs up.

## Registering an authenticator app

app-code-title = Set up an authenticator app
app-code-scan = Scan this code with your authenticator app, or type the key into the app. Then go on and enter the code that it shows.
app-code-type = Type this key into your authenticator app. Then go on and enter the code that it shows.
app-code-key = Key
app-code-confirm = Enter the code that the authenticator app shows for this account now.
# $left (number): how many tries are left
error-wrong-new-app-code =
    { $left ->
        [one] The app does not show that code for this account now. You have { $left } try left.
       *[other] The app does not show that code for this account now. You have { $left } tries left.
    }
help-app-code = Any authenticator app that shows codes of six digits will do. Add an account in the app and point the camera at the code. Let nobody else see the code or the key: whoever has them can make your codes.
help-app-code-confirm = The code changes every 30 seconds. If it is not accepted, wait for the next one, and check that the phone sets its clock by itself. If you choose Back, you see the key once more.

## Registering the app for notifications

app-title = Set up requests in an app
app-scan = Scan this code with your phone to subscribe the ntfy app, or type this into the app. Then go on: a test request comes.
app-type = Subscribe the ntfy app on your phone to this topic. Then go on: a test request comes.
app-server = Server
app-topic = Topic
# Of the server: a user name and a password, or a token
app-credential = Sign-in at the server
app-test = A test request is on its way to your phone. Choose Verify there, and type here the number that it shows.
app-verified = You chose Verify on your phone. Now type the number that the test request shows there.
field-app-number = Number from your phone
action-test-again = Send another test
error-empty-app-number = Type the number that your phone shows.
# $digits (number): how many digits the number has
error-malformed-app-number =
    { $digits ->
        [one] The number has { $digits } digit and nothing else. This was not counted as a try.
       *[other] The number has { $digits } digits and nothing else. This was not counted as a try.
    }
# $left (number): how many tries are left
error-wrong-app-number =
    { $left ->
        [one] That is not the number of the newest test. You have { $left } try left.
       *[other] That is not the number of the newest test. You have { $left } tries left.
    }
error-late-app-number = That test is no longer valid. Have another one sent.
notice-app-tested-again = A new test is on its way. The numbers of earlier ones no longer work.
help-app = Install the ntfy app on your phone first. The topic is yours alone: let nobody else see it. Where the app asks for a sign-in at the server, type what this screen shows.
help-app-test = If the test does not come within a minute, look in the ntfy app whether the topic and the server are right, and whether it may show notifications. If you choose Back, you see them once more.

## The guided tour, in the demo

# As short as can be
keys-tour = F7 steps
# The same where F8 changes between kiosk and console
keys-tour-admin = F7 steps  F8 switch
# In the console of the demo without a tour
keys-kiosk = F8 kiosk
# $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called
tour-line = Tour, step { $step } of { $total }: { $title }
# Of a step with several parts. $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called; $done (number): parts that are done; $parts (number): how many parts it has
tour-line-parts = Tour, step { $step } of { $total }: { $title } ({ $done } of { $parts })
# Above the list of the steps; columns are narrow
tour-title = Guided tour (F7)
tour-ticked = A step is ticked when the store says that it was done, wherever that was.
# $number (number): the number of an audit record; $reference (text): a short code of letters and digits
tour-audited = Administrators see the reset in the audit log as record { $number }, with the reference { $reference }.
tour-over = The tour is complete.
    .how = You have seen all of it. F7 shows the steps and what administrators see. Ctrl-X on the first screen ends the demo.
# Each step: its name, and how it is done. $account (text): Mia's user ID; $number (text): her mobile number; $admin (text): the administrator's user ID; $password (text): the administrator's password; $reference (text): a short code of letters and digits
tour-enter = Sign in to the console
    .how = Sign in as { $admin } with the password "{ $password }". The code is on the phone, below Authenticator.
tour-group = Make a group
    .how = In the console, open Groups and make the security group SSPRTesters. Add Mia Steele as a member: { $account }.
tour-enable = Enable reset for the group
    .how = In the console, open Properties, enable password reset for selected groups, choose SSPRTesters and save.
tour-review = Review four pages
    .how = Look over Authentication methods, Registration, Notifications and Customization. Ctrl-S saves what you changed, or notes that a page is right as it is.
tour-phone = Register Mia's phone
    .how = F8 leads to the kiosk. Choose "Change my password or security info", sign in as Mia and set up her mobile phone: { $number }.
tour-forget = Forget the password
    .how = At the kiosk, choose "I forgot my password" and enter the user ID { $account }.
tour-prove = Prove who you are
    .how = Choose two methods, one after the other. Codes and requests come to the phone; F6 goes there.
tour-new-password = Choose a new password
    .how = Type a new one twice, best made of several words. The list shows which rules it meets.
tour-notice = Get the notice
    .how = A mail to Mia says what happened, when and where. It comes to the phone by itself.
tour-sign-in = Sign in with it
    .how = On the first screen, choose "Change my password or security info". Sign in with the new password and one more method.
tour-register = Register a method
    .how = Choose "My security info", then "Add a method" and "My mobile phone". Enter { $number }; the code comes to the phone.
tour-record = Find it in the audit log
    .how = Every step is a record there, and none can be changed unnoticed. The whole log is being checked.
tour-look-up = Look it up
    .how = F8 leads to the console. On the Overview, Enter and then h open the help desk. Enter the reference of the reset there: { $reference }.
# In the demo without a tour, below its hint on the first screen. $admin (text): the administrator's user ID; $password (text): the administrator's password
demo-hint-console = F8 opens the administrators' console: { $admin }, password "{ $password }", code on the phone.

## A temporary access pass, from the help desk, in place of a method

choice-access-pass = Use a temporary access pass
pass-text = Type the temporary access pass that the help desk gave you. It can be used once.
field-access-pass = Temporary access pass
error-empty-pass = Enter the temporary access pass.
# $letters (number): how many letters and digits a pass has
error-malformed-pass = A temporary access pass has { $letters } letters and digits. This was not counted as a try.
# $left (number): how many tries are left
error-wrong-pass =
    { $left ->
        [one] That is not the right pass. You have { $left } try left.
       *[other] That is not the right pass. You have { $left } tries left.
    }
error-pass-too-late = That temporary access pass is no longer valid. Ask the help desk for a new one, or choose another method.
help-pass = The help desk gives you a temporary access pass when you have lost your phone and they know that it is you. Capital letters, spaces and dashes make no difference.
note-signed-in-by-pass = Your temporary access pass is used up. Open “My security info” now and set up a new way to prove who you are.

# On the way into the administrator's console

sign-in-text-console = Sign in to the console with your administrator account. After the password you are asked for your second factor.
ended-no-role = The console is for administrators, and your account has no administrator role. Whoever manages administrators can give it one.
gate-text-again = You are signed in, and this needs your second factor once more. How do you want to prove that it is you?
register-text-factor = The console opens with a second factor, and your account has none yet. Set one up now.
register-choice-later = Set this up later, and open the console
help-register-factor = A second factor is something you have with you: an app on your phone, or the phone itself. It is asked for each time you open the console. Ctrl-X ends it without setting anything up.
help-register-later = The first in the list is the strongest and the one we recommend. The last line opens the console; this is asked again when you sign in next.
