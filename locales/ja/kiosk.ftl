# What a locked-out person reads on the screen, full-screen or in plain mode.

# Text that was written elsewhere (by the organisation) and is shown as it is.
# $text (text): that text
verbatim = { $text }

## The first screen

welcome-title = アカウントにアクセスできませんか？
welcome-choice-forgot = パスワードを忘れました
    .detail = 本人確認をして、新しいパスワードを設定します

## Who are you?

who-title = アカウントへのアクセスの回復
who-text = サインインに使うユーザー ID (例: name@organisation.example) を入力してください。登録済みのメール アドレスも使えます。
field-user-id = ユーザー ID
error-empty-user-id = ユーザー ID を入力してください。

## Verification

# $step (number): 1 for the first method asked for, 2 for the second
verify-title = 確認ステップ { $step }
verify-choose = 本人確認の方法を選んでください。

# The name of each authentication method; .choice offers it in the wizard
method-app-notification = アプリの通知
    .choice = スマートフォンで要求に応答する
method-app-code = 認証アプリのコード
    .choice = 認証アプリに表示されるコードを入力する
# $address (text): where the code goes, mostly hidden
method-email = メール
    .choice = { $address } にコードを送信する
# $address (text): the number, mostly hidden
method-mobile-phone = 携帯電話
    .choice = { $address } に SMS でコードを送信する
    .call = 携帯電話 { $address } に電話をかける
# $address (text): the number, mostly hidden
method-office-phone = 会社の電話
    .choice = 会社の電話 { $address } に電話をかける
method-security-questions = セキュリティの質問
    .choice = セキュリティの質問に答える

# $address (text): where the code went, mostly hidden; $minutes (number): how long it is good
code-text-email =
    { $minutes ->
       *[other] { $address } にコードを送信しています。有効期間は { $minutes } 分です。迷惑メール フォルダーも確認してください。
    }
code-text-app-code = スマートフォンで認証アプリを開き、このアカウント用に表示されているコードを入力してください。
code-text-hidden = 入力がない間は詳細を隠しています。何かキーを押すと表示されます。
field-code = コード
notice-sent-again = 新しいコードを送信しています。以前のコードは使えなくなりました。
error-empty-code = コードを入力してください。
# $digits (number): how many digits a code has
error-malformed-code =
    { $digits ->
       *[other] コードは { $digits } 桁の数字だけです。今回の入力は失敗として数えていません。
    }
# $left (number): how many tries are left
error-wrong-code =
    { $left ->
       *[other] コードが正しくありません。入力できるのはあと { $left } 回です。
    }
error-too-late = このコードはもう使えません。新しいコードを送信するか、別の方法を選んでください。
error-method-used-up = この方法はここではもう使えません。別の方法を選んでください。

## The new password

password-title = 新しいパスワードの設定
field-new-password = 新しいパスワード
field-confirm-password = 新しいパスワード (再入力)
# $count (number): characters
rule-min-length =
    { $count ->
       *[other] { $count } 文字以上
    }
# $count (number): characters
rule-max-length =
    { $count ->
       *[other] { $count } 文字以下
    }
rule-classes = 小文字、大文字、数字、その他の文字のうち 3 種類以上
rule-personal = 自分や組織の名前の一部を含まない
# $count (number): passwords
rule-history =
    { $count ->
        [1] 現在のパスワードと異なる
       *[other] 最近の { $count } 個のパスワードのどれとも異なる (最後に確認します)
    }
rule-confirm = 2 回の入力が一致している
error-empty-password = 新しいパスワードを入力してください。
error-password-rules = このパスワードは、下のルールのいずれかを満たしていません。別のパスワードにしてください。
error-password-mismatch = 2 回の入力が一致していません。

## The end

done-title = パスワードがリセットされました
done-text-changed = 新しいパスワードはすぐに使えます。以前のパスワードはもう使えません。
done-text-devices = 以前のパスワードを保存しているスマートフォン、ノート PC、メール ソフトなどでも、新しいパスワードに変更してください。
done-text-notice = この変更のお知らせを、あなたのメール アドレスに送信しています。
# $seconds (number): until the first screen returns
done-returning =
    { $seconds ->
       *[other] { $seconds } 秒後に最初の画面に戻ります。
    }

refused-title = ここではパスワードをリセットできません
refused-text = このアカウントのパスワードは、ここではリセットできません。
refused-ask-administrator = 管理者に問い合わせてください。
# $contact (text): web address, e-mail address or telephone number of the help desk
refused-contact = ヘルプ デスク: { $contact }
# $reference (text): a short code of letters and digits
refused-reference = お問い合わせの際は、この照会番号をお伝えください: { $reference }

# Why, shown only where the organisation wants it. $code (text): like SSPR_0040
reason-unknown = このアカウントは存在しません ({ $code })。
reason-disabled = このアカウントは無効になっています ({ $code })。
reason-blocked = 試行回数が多すぎるため、このアカウントはここではしばらくブロックされます ({ $code })。
reason-off = パスワード リセットはオフになっています ({ $code })。
reason-unlicensed = このアカウントには、必要なライセンスがありません ({ $code })。
reason-not-selected = このアカウントは、パスワード リセットの対象に選ばれていません ({ $code })。
reason-no-method = このアカウントには、ここで使える認証方法がありません ({ $code })。
reason-too-few-methods = このアカウントには、本人確認に必要な数の認証方法がありません ({ $code })。
reason-no-writeback = このアカウントのディレクトリには、ここから書き込めません ({ $code })。
reason-directory-refused = このアカウントのディレクトリが変更を拒否しました ({ $code })。
reason-no-agent = このアカウントのディレクトリに現在接続できません ({ $code })。

ended-title = 最初からやり直してください
ended-too-late = 時間がかかりすぎたか、別の場所で手続きが完了しました。ここからは何も変更されていません。
ended-fault = ここで問題が発生しています。数分後にもう一度お試しください。

## Language and help

language-title = 言語の選択
# Each language's own name, the same in every locale
language-en = English
language-de = Deutsch
language-fr = Français
language-es = Español
language-ja = 日本語

help-title = ヘルプ
help-welcome = 必要な項目を選んでください。ユーザー ID の入力と本人確認のあと、新しいパスワードを設定します。
help-who = ユーザー ID は、サインインのときに入力する名前です。わからない場合は、管理者またはヘルプ デスクに問い合わせてください。
help-choose = 今すぐ使える方法を選んでください。それぞれの方法は 1 回だけ使えます。
help-code-sent = コードを送信しました。届いたコードをここに入力してください。1 分以内に届かない場合は、新しいコードを送信するか、別の方法を選んでください。
help-code-app = 認証アプリには、30 秒ごとに変わる 6 桁のコードが表示されます。今表示されているコードを入力してください。
help-password = 新しいパスワードを 2 回入力してください。いくつかの単語をつなげた長いパスワードをお勧めします。満たしているルールは一覧で確認できます。
help-done = すべて完了しました。この場を離れてもかまいません。
help-refused = 何も変更されていません。ヘルプ デスクに照会番号を伝えると、理由を調べてもらえます。
help-ended = 最初の画面からもう一度やり直してください。また起きる場合は、管理者またはヘルプ デスクにお問い合わせください。
help-keys = Tab キーと方向キーで移動し、Enter キーで進み、Esc キーで戻ります。Ctrl-X を押すと、中止して入力内容をすべて消去します。

## Actions

action-next = 次へ
action-resend = 新しいコードを送信
action-other-method = 別の方法を選択
action-reveal = 表示/非表示
action-back = 戻る
action-cancel = 中止
action-close = 閉じる

## Around every screen

# $seconds (number): how long until everything typed is wiped
kiosk-wipe-in =
    { $seconds ->
       *[other] { $seconds } 秒後に入力内容がすべて消去されます。このまま続けるには、何かキーを押してください。
    }
# $step (number): the step the person is at; $total (number): how many there are
kiosk-progress = ステップ { $step }/{ $total }
kiosk-working = お待ちください...
# After a fault of the program, above the first screen
kiosk-fault = 問題が発生しました。もう一度やり直してください。

# The key bar: the key as it is written on the keyboard, then what it does, as short as can be
keys-choose = 1～9 選択
keys-enter = Enter 進む
keys-move = Tab 移動
keys-back = Esc 戻る
keys-reveal = Ctrl-R 表示切替
keys-cancel = Ctrl-X 中止/消去
keys-help = F1 ヘルプ
keys-language = F2 言語
keys-contrast = F3 コントラスト
keys-plain = F4 テキスト表示
keys-phone = F6 スマホ

## Plain mode

plain-keys = 番号または値を入力してください。b で戻り、x で中止して入力内容を消去し、l で言語を選び、? でヘルプを表示します。
plain-not-a-choice = それは選択肢にありません。
plain-wiped = 入力内容をすべて消去しました。
plain-secret = ここに入力する内容は表示されません。
plain-link = 同じ内容のリンク:
plain-bye = ご利用ありがとうございました。

## The phone beside the kiosk, in the demo; columns are narrow

phone-title = スマートフォン (F6)
# While the keys go to the phone
phone-title-focused = スマートフォン: 操作中 (F6)
phone-codes = 認証アプリ
# $seconds (number): how long the code counts; as short as can be
phone-seconds-left = { $seconds } 秒
# $unread (number): how many messages nobody opened
phone-messages =
    { $unread ->
        [0] メッセージ
       *[other] メッセージ (新着 { $unread } 件)
    }
phone-unread = 新着
phone-empty = メッセージはまだありません。
# $from (text): the sender
phone-from = 差出人: { $from }
# What the demo's first screen says. $account (text): the user ID to try; $password (text): her password
demo-hint = デモ: あなたは Mia Steele です。ユーザー ID は { $account } です。パスワードは「{ $password }」です。右側は Mia のスマートフォンです。画面の幅が狭いときは F6 で表示します。この画面で Ctrl-X を押すと、デモを終了します。

## Security questions

questions-text = すべての質問に、設定したときと同じ答えを入力してください。大文字と小文字、余分なスペースは区別されません。
error-empty-answer = すべての質問に答えてください。
# $left (number): how many tries are left
error-wrong-answers =
    { $left ->
       *[other] 正しくない答えがあります。どの答えかはお知らせできません。入力できるのはあと { $left } 回です。
    }
error-questions-changed = 質問が変更されました。今回の入力は失敗として数えていません。もう一度方法を選んでください。
help-questions = アカウントに設定されている答えを入力してください。答えはまとめて確認されます。Ctrl-R を押すと、入力した内容が 5 秒間表示されます。答えを思い出せない場合は、別の方法を選んでください。

# The predefined questions. Each wording asks for the same as the English one, because an answer is
# registered in one language and may be asked for in another; never change what is asked.
question-first-concert = 初めて行ったコンサートで聴いたバンドまたは歌手の名前は何ですか？
question-first-record = 初めて自分で買ったレコード、カセット、または CD のタイトルは何ですか？
question-first-film = 初めて映画館で見た映画のタイトルは何ですか？
question-first-play = 初めて劇場で見た演劇またはミュージカルの題名は何ですか？
question-first-book = 初めて 1 日で読み終えた本の題名は何ですか？
question-bedtime-song = 幼いころ、寝るときに歌ってもらった歌の題名は何ですか？
question-school-poem = 学校で暗記した詩の題名は何ですか？
question-first-piece = 楽器で初めて弾けるようになった曲の題名は何ですか？
question-stuffed-animal = 子どものころ、一番大切にしていたぬいぐるみまたは人形の名前は何ですか？
question-neighbours-pet = 子どものころ、近所で飼われていた犬または猫の名前は何ですか？
question-primary-teacher = 小学校で一番好きだった先生の氏名は何ですか？
question-feared-teacher = 学校で一番怖かった先生の氏名は何ですか？
question-first-desk-mate = 小学校 1 年生のとき、隣の席だった子の氏名は何ですか？
question-first-crush = 初恋の相手の氏名は何ですか？
question-first-boss = 最初の上司の氏名は何ですか？
question-first-workplace = 初めて給料をもらった職場の名前は何ですか？
question-driving-teacher = 車の運転を教えてくれた人の氏名は何ですか？
question-childhood-doctor = 子どものころ、よく診てもらった医師の氏名は何ですか？
question-childhood-neighbour = 子どものころ、隣の家に住んでいた人の氏名は何ですか？
question-sweet-shop = 子どものころ、お菓子を買っていた店の名前は何ですか？
question-grandparents-street = 祖父母の家があった通りまたは町の名前は何ですか？
question-grandmother-birthplace = 母方の祖母が育った町または村の名前は何ですか？
question-hiding-place = 子どものころ、お気に入りだった隠れ場所はどこですか？
question-lost-thing = 子どものころになくして、二度と見つからなかったものは何ですか？
question-broken-thing = 壊してしまったことのある、ほかの人の大切なものは何ですか？
question-disliked-dish = 子どものころ、どうしても食べられなかった料理は何ですか？
question-first-dish = 初めて一人で作った料理は何ですか？
question-childhood-present = 子どものころにもらった中で、一番よく覚えている贈り物は何ですか？
question-first-phone = 初めて持った携帯電話のメーカーと機種は何ですか？
question-first-bicycle = 初めて乗った自転車のメーカーと色は何ですか？
question-first-game = 初めて最後までクリアしたゲームのタイトルは何ですか？
question-first-phone-number = 初めて覚えた電話番号の下 5 桁は何ですか？
question-first-mountain = 初めて登った山または丘の名前は何ですか？
question-school-trip = 初めての遠足の行き先はどこでしたか？
question-first-club = 初めて入ったクラブまたはチームの名前は何ですか？

## The number, before a code goes to a phone

# $number (text): the number we have, mostly hidden
number-text = 登録されている携帯電話番号の末尾は { $number } です。国番号を付けるか、国内でかけるときの形で、番号全体を入力してください。登録されている番号と一致すると、SMS でコードが送信されます。
field-number = 携帯電話番号
error-empty-number = 番号を入力してください。
error-malformed-number = 電話番号全体になっていません。今回の入力は失敗として数えていません。
# $left (number): how many tries are left
error-wrong-number =
    { $left ->
       *[other] 登録されている番号と一致しません。入力できるのはあと { $left } 回です。
    }
error-method-not-now = この方法は現在使用できません。別の方法を選んでください。
# $address (text): the number, mostly hidden; $minutes (number): how long the code is valid
code-text-mobile-phone =
    { $minutes ->
       *[other] SMS で { $address } にコードを送信しています。有効期間は { $minutes } 分です。
    }
help-number = 組織に登録されている携帯電話番号を、省略せずに入力してください。空白、ハイフン、かっこは入っていてもかまいません。その電話が手元にない場合は、別の方法を選んでください。

# In the demo, on the phone. $number (text): its own number
phone-number = 番号: { $number }

## The human check, on and after the screen of the user ID

welcome-choice-locked = アカウントがロックされています
    .detail = 本人確認をして、ロックを解除します
human-title = 人による操作であることの確認
human-code-text = 下に描かれている 5 文字の英数字も入力してください。読みにくい場合は、代わりに待つ方法を選んでもかまいません。
field-human-code = 描かれている英数字
human-error-empty = 描かれている文字を入力するか、待つ方法を選んでください。
human-error-asked = 下に描かれている文字も入力するか、待つ方法を選んでください。
human-error-wrong = 描かれていた文字と異なります。新しいものを表示しました。
human-error-over = 先ほどのものはもう使えません。新しいものを表示しました。
human-error-wait-over = 先ほどの待ち時間はもう使えません。もう一度お待ちください。
# $minutes (number): until the next wait can begin
human-error-waits-used-up =
    { $minutes ->
       *[other] ここからの待機の回数が多すぎます。次の待機は { $minutes } 分後に始められます。
    }
human-wait-text = 少しお待ちいただくことで、プログラムによる操作ではないことを確認します。ほかに必要な操作はありません。
# $seconds (number): how long the wait takes
human-wait-choice =
    { $seconds ->
       *[other] { $seconds } 秒待つ
    }
# $seconds (number): how long the wait still takes
human-waiting =
    { $seconds ->
       *[other] { $seconds } 秒お待ちください。その後、自動的に次へ進みます。
    }
action-wait = 代わりに 20 秒待つ
help-human = 短い待ち時間は、プログラムがアカウントを次々に試すのを防ぐためのものです。終わるまでお待ちください。自動的に次へ進みます。

## Unlock or reset?

unlock-title = ロックの解除またはリセット
unlock-text = 間違ったパスワードが何度も入力されたため、アカウントがロックされています。
unlock-choice-unlock = ロックを解除し、今のパスワードを使い続ける
    .detail = パスワードを覚えている場合
unlock-choice-reset = 新しいパスワードを設定する
    .detail = アカウントのロックも解除されます
unlock-title-not-locked = アカウントはここではロックされていません
unlock-text-not-locked = 今のパスワードでサインインできます。パスワードが受け付けられない場合は、新しいパスワードを設定してください。
password-text-unlocks = アカウントはロックされています。新しいパスワードを設定すると、ロックも解除されます。
done-title-unlocked = アカウントのロックが解除されました
done-text-unlocked = もう一度サインインできます。パスワードは変更されていません。
done-text-unlocked-too = アカウントのロックも解除されました。
help-unlock = ロックを解除すると、今のパスワードでもう一度サインインできます。パスワードがわからない場合は、新しいパスワードを設定してください。

## Too many tries from one terminal, or everywhere

slow-title = 試行回数が多すぎます
# $minutes (number): until the next try
slow-text =
    { $minutes ->
       *[other] 誰が行ったかにかかわらず、ここからの試行回数が多すぎます。{ $minutes } 分後に最初からやり直してください。
    }
help-slow = 何も変更されていません。この表示は、あなたのアカウントの状態とは関係ありません。後でもう一度お越しいただくか、ヘルプ デスクに問い合わせてください。

## The new password: banned words, breaches, strength

rule-banned = よく使われる単語や禁止された単語だけに頼らない
rule-breached = 過去に漏えいしたパスワードではない (最後に確認します)
# How strong the new password is, beside a bar that shows the same
strength-too-weak = 強度: 弱すぎます
strength-weak = 強度: 弱い
strength-fair = 強度: ふつう
strength-good = 強度: 強い
strength-strong = 強度: とても強い

## The keyboard

# Below a password that is typed while Caps Lock is known to be on
field-caps-lock = Caps Lock がオンになっています。

## Policy changed on the way

error-gate-missing = 確認がもう 1 つ必要になりました。方法を選択してください。

## 送信したものの結果

notice-not-sent-yet = メッセージをまだ送信できていないため、もう一度試しています。その間に別の方法を選ぶこともできます。
error-not-delivered = メッセージを届けられませんでした。別の方法を選んでください。
ended-denied = スマートフォンで要求が拒否されました。ここからは何も変更されていません。アカウントの所有者と管理者に通知されます。誤って拒否した場合は、最初からやり直してください。

## サインイン

welcome-choice-sign-in = パスワードやセキュリティ情報を変更する
    .detail = 今のパスワードでサインインします
sign-in-title = サインイン
sign-in-text = ふだんサインインするときと同じユーザー ID とパスワードを入力してください。
# $user (text): the user ID of whoever is logged in on this computer
sign-in-text-known = { $user } さん、続けるにはパスワードを入力してください。
field-password = パスワード
error-empty-current-password = パスワードを入力してください。
error-sign-in-wrong = ユーザー ID またはパスワードが正しくありません。
# $minutes (number): until the next try
error-sign-in-locked =
    { $minutes ->
       *[other] 間違ったパスワードの入力が多すぎます。{ $minutes } 分後にもう一度お試しください。パスワードを忘れた場合は、リセットしてください。
    }
help-sign-in = 今お使いのパスワードを入力します。渡された仮のパスワードでもかまいません。わからない場合は、前の画面に戻って「パスワードを忘れました」を選んでください。
refused-title-sign-in = ここではサインインできません
refused-text-sign-in = 現在、ここではサインインできません。
gate-title-sign-in = ご本人であることの確認
gate-text-sign-in = パスワードは正しく入力されました。ご本人であることをどの方法で確認しますか？
gate-title-change = ご本人であることの再確認
gate-text-change = セキュリティ情報を変更する前に、ご本人であることをもう一度確認します。どの方法で確認しますか？
password-again-text = セキュリティ情報を変更する前に、パスワードをもう一度入力してください。
error-password-wrong = パスワードが正しくありません。
help-password-again = ほかの方法がまだ設定されていないため、パスワードで確認します。Esc を押すと、何も変更せずに戻ります。

## サインイン後

menu-title = あなたのアカウント
menu-choice-change = パスワードを変更する
    .detail = 新しいパスワードを選びます
menu-choice-info = セキュリティ情報
    .detail = 本人確認の方法を確認・変更します
menu-choice-out = サインアウトする
    .detail = 最初の画面に戻ります
help-menu = 行いたいことを選んでください。終わったら、ほかの人が続きを操作できないように、必ずサインアウトしてください。
change-title = パスワードの変更
change-title-due = パスワードの変更が必要です
change-text-temporary = 今のパスワードは、ほかの人から渡されたものです。ご自分だけが知っているパスワードを選んでください。
change-text-expired = 今のパスワードは有効期限が切れています。新しいパスワードを選んでください。
note-password-changed = パスワードを変更しました。
note-password-changed-told = パスワードを変更しました。お使いのメール アドレスにお知らせを送信しています。
done-title-own = パスワードを変更しました

## 追加の情報

register-title = 追加の情報が必要です
register-text = パスワードを忘れてもご自分で解決できるように、本人確認の方法を設定してください。
# $have (number): methods that count so far; $required (number): how many are needed
register-progress = 設定済み: { $required } 個中 { $have } 個
register-not-alone = これまでに設定した方法は、ほかの方法と組み合わせたときだけ使えます。もう 1 つ設定してください。
register-text-nothing = 現在、ここでは何も設定できません。管理者に問い合わせてください。
# $address (text): an address or a number, mostly hidden
register-choice-confirm = { $address } を確認する
help-register = 一覧の最初にある方法が最も安全で、お勧めの方法です。電話と質問は、それより安全性が低くなります。後回しにすることはできません。Ctrl-X で終了した場合は、次にサインインしたときにもう一度表示されます。
ended-signed-out = サインインは終了しました。時間がかかりすぎたか、別の場所で終了されました。それまでに行った変更はそのまま残ります。
enough-title = 必要な方法が設定されました
enough-text = これで、パスワードを忘れてもご自分で解決できます。できれば、必要な数より 1 つ多く設定してください。電話をなくしたときに役立ちます。
enough-choice-on = 続ける
enough-choice-more = 別の方法を追加する
help-enough = 2 つ以上の方法をお勧めします。そのうち 1 つはアプリにしてください。
reconfirm-title = この内容に変わりはありませんか？
reconfirm-text = 本人確認の方法をご確認ください。
reconfirm-choice-right = すべて正しい
reconfirm-choice-change = 変更する
note-confirmed = ご確認ありがとうございました。
help-reconfirm = 使えなくなったアドレスや電話番号が残っていると、必要なときに本人確認ができません。間違いがあれば、今のうちに変更してください。

## セキュリティ情報

info-title = セキュリティ情報
info-text = 本人確認に使える方法の一覧です。変更する方法を選んでください。
info-text-empty = まだ何も設定されていません。2 つ以上の方法をお勧めします。まずアプリを設定してください。
info-choice-add = 方法を追加する
help-info = 組織が登録した方法は、確認するとご自分のものになります。変更する前に、ご本人であることをもう一度確認します。
# One line for each method. $address (text): an address or a number, mostly hidden
item-app-notification = アプリの通知
item-app-code = 認証アプリ
item-email = メール: { $address }
item-mobile-phone = 携帯電話: { $address }
item-office-phone = 会社の電話: { $address }
# $count (number): how many questions are answered
item-security-questions =
    { $count ->
       *[other] セキュリティの質問: 回答 { $count } 個
    }
# $date (date): since when it is registered
item-detail-own = { $date } に設定
item-detail-own-first = 最初に表示、{ $date } に設定
item-detail-provided = 組織が登録
item-detail-provided-first = 最初に表示、組織が登録
item-detail-unusable = 現在は使えません
one-choice-change = 変更する
one-choice-confirm = 自分のものとして確認する
one-choice-first = 最初に表示する
one-choice-not-first = 最初に表示するのをやめる
one-choice-delete = 削除する
help-one = この方法をどうするか選んでください。Esc を押すと一覧に戻ります。
delete-title = この方法を削除しますか？
delete-text = 削除すると、この方法では本人確認ができなくなります。お知らせは、削除するアドレスや番号にも送信されます。
delete-choice-keep = いいえ、残します
delete-choice-delete = はい、削除します
help-delete = 削除は取り消せませんが、後でもう一度設定できます。
note-registered = 設定しました。
note-first = 今後は、この方法が最初に表示されます。
note-not-first = この方法は最初に表示されなくなりました。
note-deleted = 削除しました。

## 方法の設定

add-title = 方法の追加
add-text = どの方法を設定しますか？ 最初の方法が最も安全です。
add-choice-app-notification = スマートフォンのアプリに届く確認の要求
add-choice-app-code = 認証アプリ
add-choice-email = 個人のメール アドレス
add-choice-mobile-phone = 携帯電話
add-choice-security-questions = セキュリティの質問
add-detail-recommended = お勧め
add-detail-good = 良好
add-detail-weaker = 安全性が低め
help-add = アプリが最も安全な方法です。電話番号は乗っ取られるおそれがあり、質問の答えは知られるおそれがあるため、安全性が低くなります。それでも、何もないよりは安全です。
address-title = メール アドレスの設定
address-text = このパスワードがなくても読める、組織外のメール アドレスを入力してください。そのアドレスにコードを送信します。
field-address = メール アドレス
error-empty-address = メール アドレスを入力してください。
error-enrol-address = メール アドレスの形式ではありません。
error-enrol-own-domain = そのアドレスは組織のものです。パスワードを忘れると読めなくなるため、別のアドレスを入力してください。
help-address = 個人のアドレスが最適です。届いたコードを入力すると、そのアドレスで本人確認ができるようになります。
phone-number-title = 携帯電話番号の設定
phone-number-text = + と国番号で始まる国際形式で番号を入力してください (例: +81 90 1234 5678)。その番号にコードを送信します。
phone-number-weaker = 電話番号は乗っ取られるおそれがあるため、アプリのほうが安全です。
error-enrol-number = 国際形式の番号ではありません。+ と国番号から入力してください。
help-phone-number = + と国番号を付けて番号を入力してください。空白が入っていてもかまいません。届いたコードを入力すると、その番号で本人確認ができるようになります。
confirm-title-email = メール アドレスの確認
confirm-title-phone = 携帯電話番号の確認
confirm-title-call = 電話番号の確認
# $address (text): the number, mostly hidden; $minutes (number): how long it is tried
call-text-register =
    { $minutes ->
       *[other] { $address } に電話をかけています。{ $minutes } 分以内に電話に出て、電話機の # キーを押してください。
    }
call-progress-dialling = 電話をかけています。
call-progress-ringing = 呼び出し中です。
call-progress-answered = 電話がつながりました。電話機の # キーを押してください。
call-progress-busy = 話し中でした。もう一度電話をかけることができます。
call-progress-no-answer = 応答がありませんでした。もう一度電話をかけることができます。
call-progress-no-key = キーが押されませんでした。もう一度電話をかけることができます。
call-progress-hung-up = # キーが押される前に電話が切れました。もう一度電話をかけることができます。
help-confirm-code = 届いたコードを入力してください。1 分たっても届かない場合は、コードを送り直すか、別の方法を設定してください。
help-confirm-call = 電話に出て、案内に従って # キーを押してください。この電話に心当たりがない場合は、* キーを押してください。
error-too-late-here = そのコードの有効期限が切れています。コードを送り直すか、別の方法を設定してください。
error-enrol-over = もう確認できません。最初から設定し直すか、別の方法を設定してください。
error-enrol-not-allowed = 組織によって許可されていません。
error-enrol-enough = これ以上は登録できません。先に 1 つ削除してください。
error-enrol-already = すでに設定されています。
error-enrol-not-now = 現在、そこには送信できません。後でもう一度試すか、別の方法を設定してください。
error-enrol-still-needed = 削除すると必要な数より少なくなるため、削除できません。先に別の方法を設定してください。
error-enrol-gone = すでに削除されています。
# $number (number): which question, from 1; $count (number): how many are to be answered
new-question-title = 質問 { $number }/{ $count }
new-question-text = ご自分だけが答えを知っている質問を選んでください。答えは知られるおそれがあるため、質問は安全性が低い方法です。
# $number (number): which question, from 1; $count (number): how many are to be answered
new-answer-title = 回答 { $number }/{ $count }
new-answer-text = 忘れない答えを入力してください。大文字と小文字、余分な空白の違いは区別されません。
error-empty-new-answer = 答えを入力してください。
help-new-questions = 一覧から質問を選んで答えてください。同じ質問は 2 回選べません。答えはほかの人には見えません。Ctrl-R を押すと、入力した内容が 5 秒間表示されます。
# Why an answer is not taken
error-answers-count = すべての質問に答えてください。
error-question-gone = その質問は選べなくなりました。別の質問を選んでください。
error-question-twice = その質問はすでに選ばれています。別の質問を選んでください。
error-answer-twice = その答えは別の質問で使われています。質問ごとに違う答えを入力してください。
error-answer-short = 答えが短すぎます。
error-answer-long = 答えが長すぎます。
error-answer-guessable = その答えは簡単に推測されてしまいます。
error-answer-from-question = 質問に含まれている言葉は答えに使えません。
error-answer-from-name = お名前を答えに含めることはできません。
action-different = 別の方法を設定する
action-call = 代わりに電話で確認する

## Requests on the demo's phone

# Below a request, once it was answered there
phone-answered = 応答しました。

## A request on the app of a phone

# The label of the field for the number that the request shows
field-request-number = スマートフォンに表示された数字
# $minutes (number): how long the request is valid
code-text-request =
    { $minutes ->
       *[other] スマートフォンの ntfy アプリに要求を送信しています。表示される数字をここに入力してください。有効期間は { $minutes } 分です。心当たりがない場合は、スマートフォンで「拒否」を選んでください。
    }
# After Verify was chosen on the phone, which is not enough
code-text-request-verified = スマートフォンで「承認」が選ばれました。続いて、スマートフォンの要求に表示されている数字を入力してください。
notice-request-again = 新しい要求を送信しています。以前の要求の数字は使えなくなりました。
error-empty-request = スマートフォンに表示されている数字を入力してください。
# $digits (number): how many digits the number has
error-malformed-request =
    { $digits ->
       *[other] 数字は { $digits } 桁だけです。今回の入力は失敗として数えていません。
    }
# $left (number): how many tries are left
error-wrong-request =
    { $left ->
       *[other] 最新の要求の数字ではありません。入力できるのはあと { $left } 回です。
    }
error-too-late-request = この要求はもう使えません。新しい要求を送信するか、別の方法を選んでください。
action-ask-again = 要求をもう一度送信
help-request = スマートフォンの ntfy アプリに要求を送信しました。要求には、どの端末からのものかと数字が表示されます。スマートフォンで「承認」を選び、数字をここに入力してください。1 分以内に届かない場合は、もう一度送信するか、別の方法を選んでください。

## Telephone calls

action-call-again = もう一度電話をかける
# $number (text): the number we have, mostly hidden
number-text-call = 登録されている携帯電話番号の末尾は { $number } です。国番号を付けるか、国内でかけるときの形で、番号全体を入力してください。登録されている番号と一致すると、その番号に電話がかかります。
# $number (text): the number we have, mostly hidden
number-text-office = 登録されている会社の電話番号の末尾は { $number } です。国番号を付けるか、国内でかけるときの形で、内線番号を除いた番号全体を入力してください。登録されている番号と一致すると、その番号に電話がかかります。
field-number-office = 会社の電話番号
help-number-office = 組織に登録されている会社の電話番号を、省略せずに入力してください。内線番号は不要です。空白、ハイフン、かっこは入っていてもかまいません。今その電話に出られない場合は、別の方法を選んでください。
# $number (text): the number, mostly hidden
call-text-calling = { $number } に電話をかけています。電話に出て案内を聞き、電話機の # キーを押してください。その後、この画面は自動的に進みます。
# $number (text): the number, mostly hidden
call-text-ringing = { $number } の電話が鳴っています。電話に出て案内を聞き、電話機の # キーを押してください。その後、この画面は自動的に進みます。
call-text-answered = 電話がつながりました。案内を聞き、電話機の # キーを押してください。その後、この画面は自動的に進みます。
call-notice-trouble = まだ電話をかけられていません。もう一度かけ直します。その間に別の方法を選ぶこともできます。
call-error-busy = 話し中でした。
call-error-no-answer = 電話に応答がありませんでした。
call-error-no-key = 電話はつながりましたが、# キーが押されませんでした。留守番電話につながった可能性があります。
call-error-hung-up = # キーが押される前に、着信が拒否されたか、電話が切れました。
call-error-failed = 電話をかけられませんでした。
call-error-over = この電話の有効時間が過ぎました。
# $number (text): the number, mostly hidden
call-text-over = { $number } にもう一度電話をかけるか、別の方法を選んでください。
help-call = あなたの電話に着信があります。電話に出て案内を聞き、電話機の # キーを押してください。ここでは何も入力しません。1 分たっても鳴らない場合は、別の方法を選んでください。
ended-call-denied = 電話で * キーが押されました。これは、電話を求めた覚えがないという報告です。ここからは何も変更されていません。アカウントの所有者と管理者に通知されます。誤って押した場合は、最初からやり直してください。

# In the demo, on the phone. What is said in the call is below it.
phone-call-rings = 着信中です。F6 の後、Enter で応答、Backspace で拒否します。
phone-call-talks = 通話中です。# で承認、* で報告、Backspace で切ります。

## Registering an authenticator app

app-code-title = 認証アプリの設定
app-code-scan = 認証アプリでこのコードを読み取るか、アプリにキーを入力してください。その後「次へ」を選び、アプリに表示されるコードを入力してください。
app-code-type = 認証アプリにこのキーを入力してください。その後「次へ」を選び、アプリに表示されるコードを入力してください。
app-code-key = キー
app-code-confirm = このアカウント用に認証アプリに現在表示されているコードを入力してください。
# $left (number): how many tries are left
error-wrong-new-app-code =
    { $left ->
       *[other] 認証アプリに現在表示されているコードではありません。入力できるのはあと { $left } 回です。
    }
help-app-code = 6 桁のコードを表示する認証アプリであれば、どれでも使えます。アプリでアカウントを追加し、カメラをコードに向けてください。コードとキーは誰にも見せないでください。それらがあれば、ほかの人でもあなたのコードを作れます。
help-app-code-confirm = コードは 30 秒ごとに変わります。受け付けられない場合は次のコードを待ち、スマートフォンの時刻が自動で設定されていることを確認してください。「戻る」を選ぶと、キーをもう一度表示します。

## Registering the app for notifications

app-title = アプリ通知の設定
app-scan = スマートフォンでこのコードを読み取って ntfy アプリに登録するか、次の内容をアプリに入力してください。その後「次へ」を選ぶと、テストの要求が届きます。
app-type = スマートフォンの ntfy アプリで、このトピックを購読してください。その後「次へ」を選ぶと、テストの要求が届きます。
app-server = サーバー
app-topic = トピック
# Of the server: a user name and a password, or a token
app-credential = サーバーへのサインイン
app-test = スマートフォンにテストの要求を送信しています。スマートフォンで「承認」を選び、表示される数字をここに入力してください。
app-verified = スマートフォンで「承認」が選ばれました。続いて、テストの要求に表示されている数字を入力してください。
field-app-number = スマートフォンに表示された数字
action-test-again = テストをもう一度送信
error-empty-app-number = スマートフォンに表示されている数字を入力してください。
# $digits (number): how many digits the number has
error-malformed-app-number =
    { $digits ->
       *[other] 数字は { $digits } 桁だけです。今回の入力は失敗として数えていません。
    }
# $left (number): how many tries are left
error-wrong-app-number =
    { $left ->
       *[other] 最新のテストの数字ではありません。入力できるのはあと { $left } 回です。
    }
error-late-app-number = このテストはもう使えません。もう一度送信してください。
notice-app-tested-again = 新しいテストを送信しています。以前のテストの数字は使えなくなりました。
help-app = 先にスマートフォンに ntfy アプリをインストールしてください。トピックはあなた専用です。誰にも見せないでください。アプリがサーバーへのサインインを求めたら、この画面の内容を入力してください。
help-app-test = 1 分以内にテストが届かない場合は、ntfy アプリでトピックとサーバーが正しいこと、通知の表示が許可されていることを確認してください。「戻る」を選ぶと、それらをもう一度表示します。

## The guided tour, in the demo

# As short as can be
keys-tour = F7 手順
# The same where F8 changes between kiosk and console
keys-tour-admin = F7 手順  F8 切替
# In the console of the demo without a tour
keys-kiosk = F8 キオスク
# $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called
tour-line = ツアー { $step }/{ $total }: { $title }
# Of a step with several parts. $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called; $done (number): parts that are done; $parts (number): how many parts it has
tour-line-parts = ツアー { $step }/{ $total }: { $title } ({ $parts } つのうち { $done } つ完了)
# Above the list of the steps; columns are narrow
tour-title = ガイド ツアー (F7)
tour-ticked = どこで行われても、ストアの記録で完了が確認された手順に印が付きます。
# $number (number): the number of an audit record; $reference (text): a short code of letters and digits
tour-audited = 管理者は監査ログで、このリセットを記録 { $number }、照会番号 { $reference } として確認できます。
tour-over = ツアーはすべて完了しました。
    .how = F7 を押すと、手順と、管理者から見える内容を表示します。最初の画面で Ctrl-X を押すと、デモを終了します。
# Each step: its name, and how it is done. $account (text): Mia's user ID; $number (text): her mobile number; $admin (text): the administrator's user ID; $password (text): the administrator's password; $reference (text): a short code of letters and digits
tour-enter = コンソールにサインインする
    .how = { $admin } として、パスワード「{ $password }」でサインインしてください。コードはスマートフォンの [認証アプリ] に表示されます。
tour-group = グループを作成する
    .how = コンソールで [グループ] を開き、セキュリティ グループ SSPRTesters を作成して、Mia Steele ({ $account }) をメンバーに追加してください。
tour-enable = グループで有効にする
    .how = コンソールで [プロパティ] を開き、選択したグループでパスワードのリセットを有効にします。SSPRTesters を選んで保存してください。
tour-review = 4 つのページを見直す
    .how = 認証方法、登録、通知、カスタマイズのページを見直してください。Ctrl-S を押すと、変更を保存するか、そのままでよいことを記録します。
tour-phone = Mia の電話を登録する
    .how = F8 でキオスクに移ります。「パスワードやセキュリティ情報を変更する」を選び、Mia としてサインインして、携帯電話 { $number } を設定してください。
tour-forget = パスワードを忘れる
    .how = キオスクで「パスワードを忘れました」を選び、ユーザー ID { $account } を入力してください。
tour-prove = 本人確認をする
    .how = 方法を 1 つずつ、2 つ選んでください。コードや要求はスマートフォンに届きます。F6 でスマートフォンに移ります。
tour-new-password = 新しいパスワードを決める
    .how = 新しいパスワードを 2 回入力してください。いくつかの単語を並べるのがお勧めです。満たしている条件は一覧に表示されます。
tour-notice = 通知を受け取る
    .how = いつ、どこで、何が行われたかを知らせるメールが、自動的にスマートフォンに届きます。
tour-sign-in = 新しいパスワードで入る
    .how = 最初の画面で「パスワードやセキュリティ情報を変更する」を選び、新しいパスワードともう 1 つの方法でサインインしてください。
tour-register = 方法を登録する
    .how = 「セキュリティ情報」、「方法を追加する」、「携帯電話」の順に選び、{ $number } を入力してください。コードはスマートフォンに届きます。
tour-record = 監査ログで確認する
    .how = すべての手順が記録され、気付かれずに変更することはできません。ログ全体を検証しています。
tour-look-up = 照会番号で調べる
    .how = F8 でコンソールに移り、[概要] で Enter、続けて h を押してヘルプ デスクを開きます。リセットの照会番号 { $reference } を入力してください。
# In the demo without a tour, below its hint on the first screen. $admin (text): the administrator's user ID; $password (text): the administrator's password
demo-hint-console = F8 を押すと管理者用のコンソールが開きます ({ $admin }、パスワード「{ $password }」、コードはスマートフォンに表示)。

## A temporary access pass, from the help desk, in place of a method

choice-access-pass = 一時アクセス パスを使う
pass-text = ヘルプ デスクから受け取った一時アクセス パスを入力してください。使えるのは 1 回だけです。
field-access-pass = 一時アクセス パス
error-empty-pass = 一時アクセス パスを入力してください。
# $letters (number): how many letters and digits a pass has
error-malformed-pass = 一時アクセス パスは英字と数字の { $letters } 文字です。今回の入力は失敗として数えていません。
# $left (number): how many tries are left
error-wrong-pass =
    { $left ->
       *[other] 一時アクセス パスが正しくありません。入力できるのはあと { $left } 回です。
    }
error-pass-too-late = この一時アクセス パスはもう使えません。ヘルプ デスクに新しいパスを依頼するか、別の方法を選んでください。
help-pass = 電話をなくしたときなどに、ヘルプ デスクがご本人であることを確認したうえで、一時アクセス パスを発行します。大文字と小文字、空白、ハイフンの違いは区別されません。
note-signed-in-by-pass = 一時アクセス パスは使用済みになりました。今すぐ「セキュリティ情報」を開き、本人確認の新しい方法を設定してください。

# 管理コンソールに入るとき

sign-in-text-console = 管理者アカウントでコンソールにサインインしてください。パスワードの後に、2 つ目の要素を確認します。
ended-no-role = コンソールは管理者専用です。お使いのアカウントには管理者ロールがありません。管理者を管理している担当者がロールを割り当てることができます。
gate-text-again = サインイン済みですが、ここで 2 つ目の要素をもう一度確認します。ご本人であることをどの方法で確認しますか？
register-text-factor = コンソールを開くには 2 つ目の要素が必要ですが、お使いのアカウントにはまだ設定されていません。今すぐ設定してください。
register-choice-later = 後で設定し、コンソールを開く
help-register-factor = 2 つ目の要素とは、手元にあるものです。スマートフォンのアプリ、または電話そのものを使います。コンソールを開くたびに確認します。Ctrl-X を押すと、何も設定せずに終了します。
help-register-later = 一覧の先頭が最も安全で、お勧めの方法です。最後の行を選ぶとコンソールが開きます。次回サインインするときに、もう一度お尋ねします。
