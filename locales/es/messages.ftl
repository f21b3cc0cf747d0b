# What is sent to people. Every letter says what, when, from where, and what to do if it wasn't you;
# none ever holds a password.

# $organisation (text): the organisation's name
letter-code-subject = Su código de verificación para { $organisation }
# $minutes (number): how long the code is valid
letter-code-text =
    { $minutes ->
        [one] A continuación encontrará su código de verificación. Es válido durante { $minutes } minuto.
        [many] A continuación encontrará su código de verificación. Es válido durante { $minutes } de minutos.
       *[other] A continuación encontrará su código de verificación. Es válido durante { $minutes } minutos.
    }
# $terminal (text): the terminal where somebody asked for the code
letter-code-where = Se solicitó en este terminal: { $terminal }
letter-code-not-you = Si no fue usted, no haga nada y no comunique el código a nadie. Sin él, su contraseña no cambiará.

# $organisation (text): the organisation's name
letter-reset-subject = Se restableció su contraseña de { $organisation }
# $upn (text): the account
letter-reset-text = Se restableció la contraseña de su cuenta { $upn }.

# $upn (text): the administrator's account
letter-admin-subject = Se restableció la contraseña del administrador { $upn }
letter-admin-text = La contraseña de la cuenta de administrador { $upn } fue restablecida en un terminal por alguien que superó la verificación. Recibe este mensaje porque usted también tiene una cuenta de administrador.

# $when (moment): when it happened
letter-when = Cuándo: { $when }
# $terminal (text): the terminal where it happened
letter-where = Dónde: { $terminal }
# $reference (text): leads an administrator to the record
letter-reference = Referencia: { $reference }
letter-reset-not-you = Si no fue usted, es posible que otra persona tenga acceso a su cuenta: restablezca de nuevo la contraseña de inmediato y avise al servicio de asistencia.
letter-admin-not-you = Si no lo esperaba, pregunte de inmediato al titular de la cuenta y deshabilítela hasta tener certeza.

# $organisation (text): the organisation's name
letter-changed-subject = Se cambió su dirección de verificación de { $organisation }
# $upn (text): the account
letter-changed-text = Un administrador cambió la dirección de correo electrónico a la que se envían los códigos de verificación de su cuenta { $upn }. A la dirección anterior ya no se enviarán códigos.
letter-changed-not-you = Si usted no lo solicitó, avise de inmediato al servicio de asistencia: es posible que alguien se esté preparando para restablecer su contraseña.

# $contact (text): web address, e-mail address or telephone number
letter-helpdesk = Servicio de asistencia: { $contact }
# $organisation (text): the organisation's name
letter-greeting = { $organisation }

# A text message: with the organisation's name it should fit in 70 characters, so every word counts.
# $organisation (text): the organisation's name; $code (text): the code; $minutes (number): how long it is valid
sms-code =
    { $minutes ->
        [one] { $organisation }: su código es { $code }, válido { $minutes } minuto. No lo comparta.
        [many] { $organisation }: su código es { $code }, válido { $minutes } de minutos. No lo comparta.
       *[other] { $organisation }: su código es { $code }, válido { $minutes } minutos. No lo comparta.
    }
# $organisation (text): the organisation's name; to the number that codes came to until now
sms-number-changed = { $organisation }: este número ya no recibe códigos. ¿No fue usted? Avísenos.

# $organisation (text): the organisation's name
letter-number-subject = Se cambió su número de móvil de { $organisation }
# $upn (text): the account
letter-number-text = Un administrador cambió el número de móvil al que se envían los códigos de verificación de su cuenta { $upn }. Al número anterior ya no se enviarán códigos.

# An account was unlocked by its owner
# $organisation (text): the organisation's name
letter-unlocked-subject = Se desbloqueó su cuenta de { $organisation }
# $upn (text): the account
letter-unlocked-text = Se desbloqueó su cuenta { $upn }. Su contraseña no ha cambiado.
letter-unlocked-not-you = Si no fue usted, otra persona ha superado su verificación: restablezca la contraseña de inmediato y avise al servicio de asistencia.

# Alerts to administrators
# $organisation (text): the organisation's name
letter-alert-subject = { $organisation }: más intentos de restablecimiento de lo habitual
letter-alert-terminal-names = En un terminal se indicaron más cuentas distintas para restablecer la contraseña de lo habitual. El terminal no admite más durante unos minutos.
letter-alert-terminal-failures = En un terminal hubo más códigos, números y respuestas incorrectos de los que explican los errores al escribir. El terminal no admite más durante una hora como máximo.
letter-alert-store-failures = En todos los terminales juntos hubo más códigos, números y respuestas incorrectos de los que explican los errores al escribir. Ningún terminal admite más durante una hora como máximo.
letter-alert-sms-budget = Se han agotado los SMS que la organización paga en un día. Mientras ninguno tenga más de un día, nadie recibirá códigos por SMS.
letter-alert-everywhere = Dónde: en varios terminales
letter-alert-what-to-do = Averigüe quién está allí y consulte el registro de auditoría para ver qué cuentas se indicaron. El bloqueo termina por sí solo; el mismo aviso no se repite en una hora.

## Se rechazó una solicitud o una llamada

letter-denied-subject = { $organisation }: ha rechazado una solicitud para su cuenta
letter-denied-text = Alguien quiso entrar en su cuenta { $upn } y la solicitud se rechazó en su teléfono. No se ha cambiado nada.
letter-denied-what-to-do = Si la rechazó porque no era usted, quizá alguien conozca una forma de llegar a su cuenta: comunique la referencia al servicio de asistencia. Si fue un error, empiece de nuevo.
letter-admin-denied-subject = Una solicitud para { $upn } se rechazó como fraude
letter-admin-denied-text = Quien tiene el teléfono rechazó una solicitud o una llamada para demostrar la identidad de { $upn }. El proceso ha terminado y no se ha cambiado nada.
letter-admin-denied-what-to-do = Pregunte a la persona titular de la cuenta y consulte en el registro de auditoría qué más ocurrió en ese terminal.

## Una contraseña cambiada tras iniciar sesión

letter-password-changed-subject = Se ha cambiado su contraseña de { $organisation }
letter-password-changed-text = La contraseña de su cuenta { $upn } la ha cambiado alguien que inició sesión con la anterior.

## Se añadió, cambió o quitó un método

letter-method-added-subject = { $organisation }: se ha añadido una forma de demostrar su identidad
letter-method-changed-subject = { $organisation }: se ha cambiado una forma de demostrar su identidad
letter-method-deleted-subject = { $organisation }: se ha quitado una forma de demostrar su identidad
letter-method-added-text = Se ha añadido a su cuenta { $upn } esta forma de demostrar su identidad: { $method }.
letter-method-changed-text = Se ha cambiado en su cuenta { $upn } esta forma de demostrar su identidad: { $method }. Lo que estaba registrado antes ya no cuenta.
letter-method-deleted-text = Se ha quitado de su cuenta { $upn } esta forma de demostrar su identidad: { $method }.
letter-method-app-notification = solicitudes en la aplicación de su teléfono
letter-method-app-code = aplicación de autenticación
letter-method-email = dirección de correo electrónico
letter-method-mobile-phone = teléfono móvil
letter-method-office-phone = teléfono del trabajo
letter-method-security-questions = preguntas de seguridad
letter-alert-call-budget = Se han agotado las llamadas que la organización paga en un día. Hasta que algunas tengan un día de antigüedad, no se llama a nadie.

## A request on the app of a phone

# The headline. $organisation (text): the organisation's name
push-title = { $organisation }: ¿es usted?
# $terminal (text): the terminal that asks; $number (text): what is to be typed there; $minutes (number): how long it is valid
push-text =
    { $minutes ->
        [one] { $terminal } pregunta si está usted allí. Si es así, elija «Confirmar» y escriba allí este número en { $minutes } minuto: { $number }. Si no, elija «Rechazar» y no comunique el número a nadie.
        [many] { $terminal } pregunta si está usted allí. Si es así, elija «Confirmar» y escriba allí este número en { $minutes } de minutos: { $number }. Si no, elija «Rechazar» y no comunique el número a nadie.
       *[other] { $terminal } pregunta si está usted allí. Si es así, elija «Confirmar» y escriba allí este número en { $minutes } minutos: { $number }. Si no, elija «Rechazar» y no comunique el número a nadie.
    }
# The two buttons
push-verify = Confirmar
push-deny = Rechazar

# Telephone calls
# Spoken on the telephone, by a speech synthesiser or by whoever records it.
# $organisation (text): the organisation's name
call-prompt = Le llama el servicio de contraseñas de { $organisation }. Alguien está demostrando su identidad para volver a entrar en la cuenta de usted. Si es usted, pulse la tecla almohadilla. Si no ha pedido esta llamada, pulse la tecla asterisco.

## Who changed a method, and what follows for the address or number that counts no more

letter-by-administrator = Lo hizo un administrador.
letter-former = La dirección o el número anterior ya no recibe códigos.

## From the help desk: a code for a caller, a temporary access pass, registering again

# $organisation (text): the organisation's name
letter-caller-subject = Su código para el servicio de asistencia de { $organisation }
# $minutes (number): how long the code is valid
letter-caller-text =
    { $minutes ->
        [one] Usted está hablando por teléfono con nuestro servicio de asistencia. Dígale este código para que sepa que es usted. Es válido durante { $minutes } minuto.
        [many] Usted está hablando por teléfono con nuestro servicio de asistencia. Dígale este código para que sepa que es usted. Es válido durante { $minutes } de minutos.
       *[other] Usted está hablando por teléfono con nuestro servicio de asistencia. Dígale este código para que sepa que es usted. Es válido durante { $minutes } minutos.
    }
letter-caller-not-you = Si en este momento no está hablando con nuestro servicio de asistencia, no comunique el código a nadie y avise al servicio: es posible que alguien se esté haciendo pasar por usted.
# A text message: with the organisation's name it should fit in 70 characters.
# $organisation (text): the organisation's name; $code (text): the code
sms-caller-code = { $organisation }: código { $code } para asistencia. Solo si usted llamó.
# $organisation (text): the organisation's name
letter-pass-subject = { $organisation }: se le ha dado un pase de acceso temporal
# $upn (text): whose account
letter-pass-text = El servicio de asistencia ha emitido un pase de acceso temporal para su cuenta { $upn }. Junto con su contraseña, le permite iniciar sesión una vez y configurar una nueva forma de demostrar su identidad.
# $until (moment): until when it is valid
letter-pass-until = Válido hasta: { $until }
letter-pass-not-you = Si usted no lo solicitó, avise de inmediato al servicio de asistencia: es posible que alguien se esté haciendo pasar por usted. El servicio puede retirar el pase.
# $organisation (text): the organisation's name
letter-register-subject = { $organisation }: configure de nuevo su información de seguridad
# $upn (text): whose account
letter-register-text = La próxima vez que inicie sesión con su cuenta { $upn }, se le pedirá que configure de nuevo cómo demuestra su identidad.
letter-register-not-you = Si no conoce el motivo, pregunte al servicio de asistencia.
