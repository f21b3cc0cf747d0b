# What is sent to people. Every letter says what, when, from where, and what to do if it wasn't you;
# none ever holds a password.

# $organisation (text): the organisation's name
letter-code-subject = { $organisation } の確認コード
# $minutes (number): how long the code is good
letter-code-text =
    { $minutes ->
       *[other] 確認コードは下記のとおりです。有効期間は { $minutes } 分です。
    }
# $terminal (text): the terminal where somebody asked for the code
letter-code-where = 次の端末からこのコードが要求されました: { $terminal }
letter-code-not-you = 心当たりがない場合は、何もせず、コードを誰にも教えないでください。このコードがなければ、パスワードは変更されません。

# $organisation (text): the organisation's name
letter-reset-subject = { $organisation } のパスワードがリセットされました
# $upn (text): the account
letter-reset-text = あなたのアカウント { $upn } のパスワードがリセットされました。

# $upn (text): the administrator's account
letter-admin-subject = 管理者 { $upn } のパスワードがリセットされました
letter-admin-text = 管理者アカウント { $upn } のパスワードが、確認に合格した人によって端末でリセットされました。あなたも管理者であるため、この通知をお送りしています。

# $when (moment): when it happened
letter-when = 日時: { $when }
# $terminal (text): the terminal where it happened
letter-where = 端末: { $terminal }
# $reference (text): leads an administrator to the record
letter-reference = 照会番号: { $reference }
letter-reset-not-you = 心当たりがない場合は、ほかの人があなたのアカウントに侵入しているおそれがあります。すぐにもう一度パスワードをリセットし、ヘルプ デスクに連絡してください。
letter-admin-not-you = 想定外のリセットの場合は、すぐにアカウントの所有者に確認してください。確認がとれるまで、アカウントを無効にしてください。

# $organisation (text): the organisation's name
letter-changed-subject = { $organisation } の確認コードの送信先が変更されました
# $upn (text): the account
letter-changed-text = アカウント { $upn } の確認コードの送信先メール アドレスが、管理者によって変更されました。以前のアドレスにはコードが送信されなくなります。
letter-changed-not-you = 心当たりがない場合は、すぐにヘルプ デスクに連絡してください。誰かがあなたのパスワードをリセットしようとしているおそれがあります。

# $contact (text): web address, e-mail address or telephone number
letter-helpdesk = ヘルプ デスク: { $contact }
# $organisation (text): the organisation's name
letter-greeting = { $organisation }

# A text message: with the organisation's name it should fit in 70 characters, so every word counts.
# $organisation (text): the organisation's name; $code (text): the code; $minutes (number): how long it is valid
sms-code =
    { $minutes ->
       *[other] { $organisation }: 確認コードは { $code } です。有効期間は { $minutes } 分です。誰にも教えないでください。
    }
# $organisation (text): the organisation's name; to the number that codes came to until now
sms-number-changed = { $organisation }: この番号へのコード送信は終了しました。心当たりがない場合はヘルプ デスクへご連絡ください。

# $organisation (text): the organisation's name
letter-number-subject = { $organisation } の携帯電話番号が変更されました
# $upn (text): the account
letter-number-text = アカウント { $upn } の確認コードの送信先携帯電話番号が、管理者によって変更されました。以前の番号にはコードが送信されなくなります。

# An account was unlocked by its owner
# $organisation (text): the organisation's name
letter-unlocked-subject = { $organisation } のアカウントのロックが解除されました
# $upn (text): the account
letter-unlocked-text = あなたのアカウント { $upn } のロックが解除されました。パスワードは変更されていません。
letter-unlocked-not-you = 心当たりがない場合は、ほかの人があなたの本人確認を通過したおそれがあります。すぐにパスワードをリセットし、ヘルプ デスクに連絡してください。

# Alerts to administrators
# $organisation (text): the organisation's name
letter-alert-subject = { $organisation }: パスワード リセットの試行が通常より多くなっています
letter-alert-terminal-names = 1 台の端末で、通常より多くの異なるアカウントがパスワード リセットの対象として入力されました。この端末は数分間、受け付けを停止します。
letter-alert-terminal-failures = 1 台の端末で、間違ったコード、番号、答えが通常より多く入力されました。この端末は最長 1 時間、受け付けを停止します。
letter-alert-store-failures = すべての端末を合わせて、間違ったコード、番号、答えが通常より多く入力されました。すべての端末が最長 1 時間、受け付けを停止します。
letter-alert-sms-budget = 組織が 1 日に送信できる SMS の上限に達しました。古いものから 24 時間が過ぎるまで、SMS でコードを受け取ることはできません。
letter-alert-everywhere = 端末: 複数の端末
letter-alert-what-to-do = その場に誰がいるかを確かめ、どのアカウントが入力されたかを監査ログで確認してください。停止は時間がたてば自動的に終わります。同じ通知は 1 時間以内には送信されません。

## 要求または通話が拒否されたとき

letter-denied-subject = { $organisation }: アカウントへの要求を拒否しました
letter-denied-text = アカウント { $upn } へのアクセスの要求があり、お使いの電話で拒否されました。何も変更されていません。
letter-denied-what-to-do = ご自身の要求ではなかったために拒否した場合は、第三者がアカウントへのアクセス方法を知っている可能性があります。照会番号をヘルプ デスクに伝えてください。誤って拒否した場合は、最初からやり直してください。
letter-admin-denied-subject = { $upn } への要求が不正として拒否されました
letter-admin-denied-text = { $upn } の本人確認のための要求または通話が、電話を持っている人によって拒否されました。手続きは終了し、何も変更されていません。
letter-admin-denied-what-to-do = アカウントの所有者に確認し、その端末でほかに何が起きたかを監査ログで調べてください。

## サインインして変更したパスワード

letter-password-changed-subject = { $organisation } のパスワードが変更されました
letter-password-changed-text = アカウント { $upn } のパスワードが、それまでのパスワードでサインインした人によって変更されました。

## 方法が追加、変更、削除されたとき

letter-method-added-subject = { $organisation }: 本人確認の方法が追加されました
letter-method-changed-subject = { $organisation }: 本人確認の方法が変更されました
letter-method-deleted-subject = { $organisation }: 本人確認の方法が削除されました
letter-method-added-text = アカウント { $upn } に次の本人確認の方法が追加されました: { $method }
letter-method-changed-text = アカウント { $upn } の次の本人確認の方法が変更されました: { $method }。以前に登録されていたものは使えなくなりました。
letter-method-deleted-text = アカウント { $upn } から次の本人確認の方法が削除されました: { $method }
letter-method-app-notification = スマートフォンのアプリに届く要求
letter-method-app-code = 認証アプリ
letter-method-email = メール アドレス
letter-method-mobile-phone = 携帯電話
letter-method-office-phone = 会社の電話
letter-method-security-questions = セキュリティの質問
letter-alert-call-budget = 組織で 1 日にかけられる電話の上限に達しました。24 時間を過ぎた通話が出るまで、誰にも電話はかかりません。

## A request on the app of a phone

# The headline. $organisation (text): the organisation's name
push-title = { $organisation }: ご本人ですか？
# $terminal (text): the terminal that asks; $number (text): what is to be typed there; $minutes (number): how long it is valid
push-text =
    { $minutes ->
       *[other] 端末「{ $terminal }」からご本人かどうかの確認です。ご本人の場合は「承認」を選び、{ $minutes } 分以内に端末で次の数字を入力してください: { $number }。心当たりがない場合は「拒否」を選び、数字を誰にも教えないでください。
    }
# The two buttons
push-verify = 承認
push-deny = 拒否

# Telephone calls
# Spoken on the telephone, by a speech synthesiser or by whoever records it.
# A speech synthesiser reads no kanji, so there are none.
# $organisation (text): the organisation's name
call-prompt = こちらは、{ $organisation }の、パスワード サービスです。ただいま、あなたの アカウントを ふたたび つかえるように するため、ごほんにんの かくにんを しています。ごほんにんの ばあいは、シャープを おしてください。このでんわを おのぞみで なかった ばあいは、こめじるしを おしてください。

## Who changed a method, and what follows for the address or number that counts no more

letter-by-administrator = この操作は管理者が行いました。
letter-former = これまでのアドレスまたは電話番号には、今後コードは届きません。

## From the help desk: a code for a caller, a temporary access pass, registering again

# $organisation (text): the organisation's name
letter-caller-subject = { $organisation } ヘルプ デスクの確認コード
# $minutes (number): how long the code is valid
letter-caller-text =
    { $minutes ->
       *[other] 現在、ヘルプ デスクとお電話中です。ご本人であることを確認するため、このコードを担当者に伝えてください。有効期間は { $minutes } 分です。
    }
letter-caller-not-you = 現在ヘルプ デスクとお電話中でない場合は、コードを誰にも教えず、ヘルプ デスクに連絡してください。誰かがあなたになりすましているおそれがあります。
# A text message: with the organisation's name it should fit in 70 characters.
# $organisation (text): the organisation's name; $code (text): the code
sms-caller-code = { $organisation }: ヘルプ デスク用コードは { $code } です。ご自分から電話した場合だけ伝えてください。
# $organisation (text): the organisation's name
letter-pass-subject = { $organisation }: 一時アクセス パスが発行されました
# $upn (text): whose account
letter-pass-text = ヘルプ デスクが、アカウント { $upn } の一時アクセス パスを発行しました。パスワードと一緒に使うと、1 回だけサインインして、本人確認の新しい方法を設定できます。
# $until (moment): until when it is valid
letter-pass-until = 有効期限: { $until }
letter-pass-not-you = 心当たりがない場合は、すぐにヘルプ デスクに連絡してください。誰かがあなたになりすましているおそれがあります。ヘルプ デスクは、このパスを取り消すことができます。
# $organisation (text): the organisation's name
letter-register-subject = { $organisation }: 本人確認の方法をもう一度設定してください
# $upn (text): whose account
letter-register-text = アカウント { $upn } で次にサインインするとき、本人確認の方法をもう一度設定するよう求められます。
letter-register-not-you = 理由に心当たりがない場合は、ヘルプ デスクにお問い合わせください。
