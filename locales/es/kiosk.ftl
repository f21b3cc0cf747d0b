# What a locked-out person reads on the screen, full-screen or in plain mode.

# Text that was written elsewhere (by the organisation) and is shown as it is.
# $text (text): that text
verbatim = { $text }

## The first screen

welcome-title = ¿No puede acceder a su cuenta?
welcome-choice-forgot = Olvidé mi contraseña
    .detail = Demostrar su identidad y elegir una contraseña nueva

## Who are you?

who-title = Recuperar el acceso a su cuenta
who-text = Escriba el identificador de usuario con el que inicia sesión, por ejemplo nombre@organizacion.example. También sirve una dirección de correo electrónico registrada.
field-user-id = Identificador de usuario
error-empty-user-id = Escriba su identificador de usuario.

## Verification

# $step (number): 1 for the first method asked for, 2 for the second
verify-title = Paso de verificación { $step }
verify-choose = ¿Cómo desea demostrar su identidad?

# The name of each authentication method; .choice offers it in the wizard
method-app-notification = Notificación de la aplicación
    .choice = Responder a una solicitud en mi teléfono
method-app-code = Código de la aplicación de autenticación
    .choice = Escribir un código de mi aplicación de autenticación
# $address (text): where the code goes, mostly hidden
method-email = Correo electrónico
    .choice = Enviar un código a { $address }
# $address (text): the number, mostly hidden
method-mobile-phone = Teléfono móvil
    .choice = Enviar por SMS un código a { $address }
    .call = Llamar a mi teléfono móvil { $address }
# $address (text): the number, mostly hidden
method-office-phone = Teléfono del trabajo
    .choice = Llamar a mi teléfono del trabajo { $address }
method-security-questions = Preguntas de seguridad
    .choice = Responder a mis preguntas de seguridad

# $address (text): where the code went, mostly hidden; $minutes (number): how long it is valid
code-text-email =
    { $minutes ->
        [one] Se está enviando un código a { $address }. Es válido durante { $minutes } minuto. Revise también la carpeta de correo no deseado.
        [many] Se está enviando un código a { $address }. Es válido durante { $minutes } de minutos. Revise también la carpeta de correo no deseado.
       *[other] Se está enviando un código a { $address }. Es válido durante { $minutes } minutos. Revise también la carpeta de correo no deseado.
    }
code-text-app-code = Abra la aplicación de autenticación en su teléfono y escriba el código que muestra para esta cuenta.
code-text-hidden = Los detalles están ocultos mientras nadie escribe. Pulse cualquier tecla para mostrarlos.
field-code = Código
notice-sent-again = Se está enviando un código nuevo. Los códigos anteriores ya no son válidos.
error-empty-code = Escriba el código.
# $digits (number): how many digits a code has
error-malformed-code =
    { $digits ->
        [one] Un código tiene { $digits } dígito y nada más. Esta vez no se contó como intento.
        [many] Un código tiene { $digits } de dígitos y nada más. Esta vez no se contó como intento.
       *[other] Un código tiene { $digits } dígitos y nada más. Esta vez no se contó como intento.
    }
# $left (number): how many tries are left
error-wrong-code =
    { $left ->
        [one] Ese no es el código correcto. Le queda { $left } intento.
        [many] Ese no es el código correcto. Le quedan { $left } de intentos.
       *[other] Ese no es el código correcto. Le quedan { $left } intentos.
    }
error-too-late = Ese código ya no es válido. Solicite otro código o elija otro método.
error-method-used-up = Ese método ya no se puede usar aquí. Elija otro.

## The new password

password-title = Elegir una contraseña nueva
field-new-password = Contraseña nueva
field-confirm-password = Repita la contraseña nueva
# $count (number): characters
rule-min-length =
    { $count ->
        [one] Al menos { $count } carácter
        [many] Al menos { $count } de caracteres
       *[other] Al menos { $count } caracteres
    }
# $count (number): characters
rule-max-length =
    { $count ->
        [one] Como máximo { $count } carácter
        [many] Como máximo { $count } de caracteres
       *[other] Como máximo { $count } caracteres
    }
rule-classes = Al menos tres tipos de estos: minúsculas, mayúsculas, dígitos, otros caracteres
rule-personal = Ninguna parte de su nombre ni del nombre de la organización
# $count (number): passwords
rule-history =
    { $count ->
        [one] Distinta de su contraseña actual
        [many] Distinta de sus últimas { $count } contraseñas (se comprueba al final)
       *[other] Distinta de sus últimas { $count } contraseñas (se comprueba al final)
    }
rule-confirm = Lo escrito coincide en ambos campos
error-empty-password = Escriba una contraseña nueva.
error-password-rules = Esa contraseña no cumple alguna de las reglas siguientes. Elija otra.
error-password-mismatch = Lo escrito no coincide en ambos campos.

## The end

done-title = Su contraseña se ha restablecido
done-text-changed = Su contraseña nueva es válida desde ahora. La anterior ya no lo es.
done-text-devices = Cámbiela también dondequiera que esté guardada la anterior: teléfono, equipo portátil, programa de correo.
done-text-notice = Se está enviando un aviso de este cambio a sus direcciones de correo electrónico.
# $seconds (number): until the first screen returns
done-returning =
    { $seconds ->
        [one] La pantalla de inicio volverá a aparecer en { $seconds } segundo.
        [many] La pantalla de inicio volverá a aparecer en { $seconds } de segundos.
       *[other] La pantalla de inicio volverá a aparecer en { $seconds } segundos.
    }

refused-title = Aquí no puede restablecer su contraseña
refused-text = La contraseña de esta cuenta no se puede restablecer aquí.
refused-ask-administrator = Pida ayuda a su administrador.
# $contact (text): web address, e-mail address or telephone number of the help desk
refused-contact = Servicio de asistencia: { $contact }
# $reference (text): a short code of letters and digits
refused-reference = Si pide ayuda, indique esta referencia: { $reference }

# Why, shown only where the organisation wants it. $code (text): like SSPR_0040
reason-unknown = Esta cuenta no existe ({ $code }).
reason-disabled = La cuenta está desactivada ({ $code }).
reason-blocked = Demasiados intentos: la cuenta está bloqueada aquí durante un tiempo ({ $code }).
reason-off = El restablecimiento de contraseñas está desactivado ({ $code }).
reason-unlicensed = La cuenta no tiene licencia para esta operación ({ $code }).
reason-not-selected = La cuenta no está entre las seleccionadas para el restablecimiento de contraseñas ({ $code }).
reason-no-method = La cuenta no tiene ningún método que se pueda usar aquí ({ $code }).
reason-too-few-methods = La cuenta no tiene métodos suficientes para demostrar su identidad ({ $code }).
reason-no-writeback = Desde aquí no se puede modificar el directorio de la cuenta ({ $code }).
reason-directory-refused = El directorio de la cuenta rechazó el cambio ({ $code }).
reason-no-agent = En este momento no hay conexión con el directorio de la cuenta ({ $code }).

ended-title = Vuelva a empezar
ended-too-late = La operación tardó demasiado o terminó en otro lugar. Desde aquí no se cambió nada.
ended-fault = Algo no funciona aquí. Inténtelo de nuevo dentro de unos minutos.

## Language and help

language-title = Elegir el idioma
# Each language's own name, the same in every locale
language-en = English
language-de = Deutsch
language-fr = Français
language-es = Español
language-ja = 日本語

help-title = Ayuda
help-welcome = Elija lo que necesita. Indicará quién es, lo demostrará y después elegirá una contraseña nueva.
help-who = El identificador de usuario es el nombre que escribe al iniciar sesión. Si no lo conoce, pregunte a su administrador o al servicio de asistencia.
help-choose = Elija un método que pueda usar ahora mismo. Cada uno se puede usar una sola vez.
help-code-sent = Se le envió un código. Escríbalo aquí. Si no llega en un minuto, solicite otro código o elija otro método.
help-code-app = La aplicación de autenticación muestra un código de seis dígitos que cambia cada 30 segundos. Escriba el que muestra ahora.
help-password = Escriba la contraseña nueva dos veces. Una contraseña larga, formada por varias palabras, es una buena opción. La lista indica qué reglas cumple.
help-done = Todo está listo. Ya puede irse.
help-refused = No se cambió nada. Indique la referencia al servicio de asistencia: con ella podrán encontrar el motivo.
help-ended = Empiece de nuevo en la pantalla de inicio. Si vuelve a ocurrir, pregunte a su administrador o al servicio de asistencia.
help-keys = Use Tab y las flechas para moverse, Intro para continuar y Esc para volver atrás. Ctrl-X cancela y borra todo lo que escribió.

## Actions

action-next = Siguiente
action-resend = Enviar otro código
action-other-method = Elegir otro método
action-reveal = Mostrar u ocultar
action-back = Atrás
action-cancel = Cancelar
action-close = Cerrar

## Around every screen

# $seconds (number): how long until everything typed is wiped
kiosk-wipe-in =
    { $seconds ->
        [one] Todo lo que escribió se borrará en { $seconds } segundo. Pulse cualquier tecla para evitarlo.
        [many] Todo lo que escribió se borrará en { $seconds } de segundos. Pulse cualquier tecla para evitarlo.
       *[other] Todo lo que escribió se borrará en { $seconds } segundos. Pulse cualquier tecla para evitarlo.
    }
# $step (number): the step the person is at; $total (number): how many there are
kiosk-progress = Paso { $step } de { $total }
kiosk-working = Espere un momento…
# After a fault of the program, above the first screen
kiosk-fault = Se produjo un problema aquí. Vuelva a empezar.

# The key bar: the key as it is written on the keyboard, then what it does, as short as can be
keys-choose = 1–9 elegir
keys-enter = Intro continuar
keys-move = Tab moverse
keys-back = Esc atrás
keys-reveal = Ctrl-R mostrar/ocultar
keys-cancel = Ctrl-X cancelar y borrar
keys-help = F1 ayuda
keys-language = F2 idioma
keys-contrast = F3 contraste
keys-plain = F4 solo texto
keys-phone = F6 teléfono

## Plain mode

plain-keys = Responda con un número o un valor, o escriba b para volver atrás, x para cancelar y borrar, l para cambiar de idioma, ? para obtener ayuda.
plain-not-a-choice = Esa respuesta no está entre las opciones.
plain-wiped = Se borró todo lo que escribió.
plain-secret = Lo que escriba aquí no se mostrará.
plain-link = Lo mismo en forma de enlace:
plain-bye = Hasta luego.

## The phone beside the kiosk, in the demo; columns are narrow

phone-title = Teléfono (F6)
# While the keys go to the phone
phone-title-focused = Teléfono: activo (F6)
phone-codes = Autenticación
# $seconds (number): how long the code counts; as short as can be
phone-seconds-left = { $seconds } s
# $unread (number): how many messages nobody opened
phone-messages =
    { $unread ->
        [0] Mensajes
        [one] Mensajes ({ $unread } nuevo)
        [many] Mensajes ({ $unread } de nuevos)
       *[other] Mensajes ({ $unread } nuevos)
    }
phone-unread = nuevo
phone-empty = Todavía no hay mensajes.
# $from (text): the sender
phone-from = De: { $from }
# What the demo's first screen says. $account (text): the user ID to try; $password (text): her password
demo-hint = Demostración: usted es Mia Steele. Su identificador de usuario es { $account }. Su contraseña es «{ $password }». Su teléfono está a la derecha; en una ventana estrecha, F6 lo muestra. Ctrl-X en esta pantalla termina la demostración.

## The number, before a code goes to a phone

# $number (text): the number we have, mostly hidden
number-text = Tenemos un número de móvil que termina así: { $number }. Escriba el número completo, con el prefijo del país o tal como lo marca dentro de su país. Si coincide con el que tenemos, se envía a ese número un código por SMS.
field-number = Número de móvil
error-empty-number = Escriba el número.
error-malformed-number = Ese no es un número de teléfono completo. Esta vez no se contó como intento.
# $left (number): how many tries are left
error-wrong-number =
    { $left ->
        [one] Ese no es el número que tenemos. Le queda { $left } intento.
        [many] Ese no es el número que tenemos. Le quedan { $left } de intentos.
       *[other] Ese no es el número que tenemos. Le quedan { $left } intentos.
    }
error-method-not-now = Ese método no se puede usar en este momento. Elija otro.
# $address (text): the number, mostly hidden; $minutes (number): how long the code is valid
code-text-mobile-phone =
    { $minutes ->
        [one] Se está enviando un código por SMS a { $address }. Es válido durante { $minutes } minuto.
        [many] Se está enviando un código por SMS a { $address }. Es válido durante { $minutes } de minutos.
       *[other] Se está enviando un código por SMS a { $address }. Es válido durante { $minutes } minutos.
    }
help-number = Escriba completo el número de móvil que conoce su organización. Los espacios, guiones y paréntesis no molestan. Si ya no tiene ese teléfono, elija otro método.

# In the demo, on the phone. $number (text): its own number
phone-number = Número: { $number }

## Security questions

questions-text = Responda a todas las preguntas como cuando las configuró. Las mayúsculas y los espacios de más no cuentan.
error-empty-answer = Responda a todas las preguntas.
# $left (number): how many tries are left
error-wrong-answers =
    { $left ->
        [one] No todas las respuestas son correctas. No se indica cuál es incorrecta. Le queda { $left } intento.
        [many] No todas las respuestas son correctas. No se indica cuál es incorrecta. Le quedan { $left } de intentos.
       *[other] No todas las respuestas son correctas. No se indica cuál es incorrecta. Le quedan { $left } intentos.
    }
error-questions-changed = Ahora se hacen otras preguntas. Esto no se contó como intento. Elija de nuevo un método.
help-questions = Escriba las respuestas configuradas para su cuenta. Se comprueban todas juntas. Ctrl-R muestra durante cinco segundos lo que escribió. Si no recuerda las respuestas, elija otro método.

# The predefined questions. Each wording asks for the same as the English one, because an answer is
# registered in one language and may be asked for in another; never change what is asked.
question-first-concert = ¿A qué grupo o cantante escuchó en su primer concierto?
question-first-record = ¿Cuál fue el primer disco, casete o CD que compró por su cuenta?
question-first-film = ¿Qué película vio la primera vez que fue al cine?
question-first-play = ¿Qué obra o musical vio la primera vez que fue al teatro?
question-first-book = ¿Cuál fue el primer libro que leyó entero en un solo día?
question-bedtime-song = ¿Qué canción le cantaban al acostarse en su primera infancia?
question-school-poem = ¿Qué poema tuvo que aprender de memoria en la escuela?
question-first-piece = ¿Cuál fue la primera pieza musical que aprendió a tocar con un instrumento?
question-stuffed-animal = ¿Cómo se llamaba el peluche o la muñeca que más quería en su infancia?
question-neighbours-pet = ¿Cómo se llamaba un perro o gato de sus vecinos en su infancia?
question-primary-teacher = ¿Cuáles eran el nombre y los apellidos del docente que más le gustaba en la escuela primaria?
question-feared-teacher = ¿Cuáles eran el nombre y los apellidos del docente que más miedo le daba en la escuela?
question-first-desk-mate = ¿Cuáles eran el nombre y los apellidos de quien se sentaba a su lado en su primer año de escuela?
question-first-crush = ¿Cuáles eran el nombre y los apellidos de la primera persona de la que se enamoró?
question-first-boss = ¿Cuáles eran el nombre y los apellidos de su primer jefe o jefa?
question-first-workplace = ¿Cómo se llamaba la empresa en la que ganó su primer dinero?
question-driving-teacher = ¿Cuáles eran el nombre y los apellidos de quien le enseñó a conducir?
question-childhood-doctor = ¿Cuáles eran el nombre y los apellidos del médico al que le llevaban en su infancia?
question-childhood-neighbour = ¿Cuáles eran el nombre y los apellidos de una persona que vivía al lado de su casa en su infancia?
question-sweet-shop = ¿Cómo se llamaba la tienda donde compraba dulces en su infancia?
question-grandparents-street = ¿Cómo se llamaba la calle donde vivían sus abuelos?
question-grandmother-birthplace = ¿En qué pueblo o ciudad creció su abuela materna?
question-hiding-place = ¿Cuál era su escondite favorito en su infancia?
question-lost-thing = ¿Qué perdió en su infancia y nunca volvió a encontrar?
question-broken-thing = ¿Qué objeto que otra persona apreciaba rompió usted una vez?
question-disliked-dish = ¿Qué plato se negaba a comer en su infancia?
question-first-dish = ¿Cuál fue el primer plato que cocinó sin ayuda?
question-childhood-present = ¿Qué regalo de su infancia recuerda mejor?
question-first-phone = ¿De qué marca y modelo era su primer teléfono móvil?
question-first-bicycle = ¿De qué marca y color era su primera bicicleta?
question-first-game = ¿Cuál fue el primer videojuego que jugó hasta el final?
question-first-phone-number = ¿Cuáles son las últimas cinco cifras del primer número de teléfono que supo de memoria?
question-first-mountain = ¿Cuál fue la primera montaña o colina que subió?
question-school-trip = ¿Adónde fue en su primera excursión escolar?
question-first-club = ¿Cómo se llamaba el primer club o equipo del que formó parte?

## The human check, on and after the screen of the user ID

welcome-choice-locked = Mi cuenta está bloqueada
    .detail = Demostrar su identidad y desbloquearla
human-title = Demostrar que es una persona
human-code-text = Escriba también las cinco letras y cifras dibujadas abajo. Si le cuesta leerlas, elija la espera: sirve igual.
field-human-code = Letras y cifras del dibujo
human-error-empty = Escriba lo que está dibujado o elija la espera.
human-error-asked = Escriba también lo que está dibujado abajo o elija la espera.
human-error-wrong = Eso no es lo que estaba dibujado. Aquí tiene un dibujo nuevo.
human-error-over = Ese dibujo ya no es válido. Aquí tiene uno nuevo.
human-error-wait-over = Esa espera ya no es válida. Espere una vez más.
# $minutes (number): until the next wait can begin
human-error-waits-used-up =
    { $minutes ->
        [one] Ha habido demasiadas esperas desde aquí. La siguiente podrá empezar dentro de { $minutes } minuto.
        [many] Ha habido demasiadas esperas desde aquí. La siguiente podrá empezar dentro de { $minutes } de minutos.
       *[other] Ha habido demasiadas esperas desde aquí. La siguiente podrá empezar dentro de { $minutes } minutos.
    }
human-wait-text = Una breve espera muestra que no se trata de un programa. Para ello no se le pide nada más.
# $seconds (number): how long the wait takes
human-wait-choice =
    { $seconds ->
        [one] Esperar { $seconds } segundo
        [many] Esperar { $seconds } de segundos
       *[other] Esperar { $seconds } segundos
    }
# $seconds (number): how long the wait still takes
human-waiting =
    { $seconds ->
        [one] Espere { $seconds } segundo. Después continuará por sí solo.
        [many] Espere { $seconds } de segundos. Después continuará por sí solo.
       *[other] Espere { $seconds } segundos. Después continuará por sí solo.
    }
action-wait = Esperar 20 segundos
help-human = Una breve espera impide que los programas prueben una cuenta tras otra. Espere hasta que termine; después continuará por sí solo.

## Unlock or reset?

unlock-title = ¿Desbloquear o restablecer?
unlock-text = Su cuenta está bloqueada porque se escribieron contraseñas incorrectas demasiadas veces.
unlock-choice-unlock = Desbloquearla y conservar mi contraseña
    .detail = Si conoce su contraseña
unlock-choice-reset = Elegir una contraseña nueva
    .detail = Con ella también se desbloquea la cuenta
unlock-title-not-locked = Su cuenta no está bloqueada aquí
unlock-text-not-locked = Puede iniciar sesión con su contraseña. Si no se acepta, elija una nueva.
password-text-unlocks = Su cuenta está bloqueada. La contraseña nueva también la desbloquea.
done-title-unlocked = Su cuenta se ha desbloqueado
done-text-unlocked = Puede volver a iniciar sesión. Su contraseña no ha cambiado.
done-text-unlocked-too = Su cuenta también está desbloqueada.
help-unlock = Al desbloquear la cuenta, puede volver a iniciar sesión con la contraseña que tiene. Si no la conoce, elija una nueva.

## Too many tries from one terminal, or everywhere

slow-title = Demasiados intentos
# $minutes (number): until the next try
slow-text =
    { $minutes ->
        [one] Por ahora ha habido demasiados intentos desde aquí, sin importar de quién. Empiece de nuevo dentro de { $minutes } minuto.
        [many] Por ahora ha habido demasiados intentos desde aquí, sin importar de quién. Empiece de nuevo dentro de { $minutes } de minutos.
       *[other] Por ahora ha habido demasiados intentos desde aquí, sin importar de quién. Empiece de nuevo dentro de { $minutes } minutos.
    }
help-slow = No se ha cambiado nada, y esto no dice nada sobre su cuenta. Vuelva más tarde o pregunte al servicio de asistencia.

## The new password: banned words, breaches, strength

rule-banned = Algo más que palabras comunes o prohibidas
rule-breached = No figura en filtraciones de datos conocidas (se comprueba al final)
# How strong the new password is, beside a bar that shows the same
strength-too-weak = Seguridad: insuficiente
strength-weak = Seguridad: baja
strength-fair = Seguridad: media
strength-good = Seguridad: buena
strength-strong = Seguridad: alta

## The keyboard

# Below a password that is typed while Caps Lock is known to be on
field-caps-lock = El bloqueo de mayúsculas está activado.

## Policy changed on the way

error-gate-missing = Ahora se pide una prueba de identidad más. Elija un método.

## Qué ha sido de lo enviado

notice-not-sent-yet = El mensaje todavía no se ha podido enviar y se intentará de nuevo. Mientras tanto puede elegir otro método.
error-not-delivered = El mensaje no se ha podido entregar. Elija otro método.
ended-denied = La solicitud se rechazó en el teléfono. Desde aquí no se ha cambiado nada; se avisa a la persona titular de la cuenta y a los administradores. Si la rechazó por error, empiece de nuevo.

## Iniciar sesión

welcome-choice-sign-in = Cambiar mi contraseña o mi información de seguridad
    .detail = Iniciar sesión con su contraseña
sign-in-title = Iniciar sesión
sign-in-text = Escriba su identificador de usuario y su contraseña, como cuando inicia sesión en otro lugar.
# $user (text): the user ID of whoever is logged in on this computer
sign-in-text-known = Usted es { $user }. Escriba su contraseña para continuar.
field-password = Contraseña
error-empty-current-password = Escriba su contraseña.
error-sign-in-wrong = El identificador de usuario o la contraseña no son correctos.
# $minutes (number): until the next try
error-sign-in-locked =
    { $minutes ->
        [one] Demasiadas contraseñas incorrectas. Inténtelo de nuevo dentro de { $minutes } minuto. Si olvidó su contraseña, restablézcala.
        [many] Demasiadas contraseñas incorrectas. Inténtelo de nuevo dentro de { $minutes } minutos. Si olvidó su contraseña, restablézcala.
       *[other] Demasiadas contraseñas incorrectas. Inténtelo de nuevo dentro de { $minutes } minutos. Si olvidó su contraseña, restablézcala.
    }
help-sign-in = Se trata de la contraseña que tiene ahora, también una temporal que alguien le haya dado. Si no la sabe, vuelva atrás e indique que la olvidó.
refused-title-sign-in = No puede iniciar sesión aquí
refused-text-sign-in = En este momento no puede iniciar sesión aquí.
gate-title-sign-in = Demuestre que es usted
gate-text-sign-in = La contraseña era correcta. ¿Cómo quiere demostrar que es usted?
gate-title-change = Demuestre otra vez que es usted
gate-text-change = Antes de cambiar su información de seguridad, demuestre que sigue siendo usted. ¿Cómo quiere hacerlo?
password-again-text = Antes de cambiar su información de seguridad, escriba otra vez su contraseña.
error-password-wrong = Esa no es su contraseña.
help-password-again = Todavía no tiene otro método, por eso se pide su contraseña. Esc vuelve atrás sin cambiar nada.

## Con la sesión iniciada

menu-title = Su cuenta
menu-choice-change = Cambiar mi contraseña
    .detail = Elegir una nueva
menu-choice-info = Mi información de seguridad
    .detail = Ver y cambiar cómo demuestra quién es
menu-choice-out = Cerrar sesión
    .detail = Volver a la primera pantalla
help-menu = Elija lo que quiere hacer. Cuando termine, cierre la sesión para que nadie continúe en su nombre.
change-title = Cambiar su contraseña
change-title-due = Debe cambiar su contraseña
change-text-temporary = Otra persona le dio su contraseña. Elija una que solo usted conozca.
change-text-expired = Su contraseña ha caducado. Elija una nueva.
note-password-changed = Se ha cambiado su contraseña.
note-password-changed-told = Se ha cambiado su contraseña. Un aviso está en camino a sus direcciones de correo.
done-title-own = Se ha cambiado su contraseña

## Se necesita más información

register-title = Se necesita más información
register-text = Configure cómo puede demostrar quién es, para resolverlo por su cuenta si algún día olvida la contraseña.
# $have (number): methods that count so far; $required (number): how many are needed
register-progress = Configurado hasta ahora: { $have } de { $required }.
register-not-alone = Lo configurado hasta ahora solo cuenta junto con otro método. Configure uno más.
register-text-nothing = En este momento no se puede configurar nada aquí. Consulte a su administrador.
# $address (text): an address or a number, mostly hidden
register-choice-confirm = Confirmar { $address }
help-register = El primero de la lista es el más seguro y el que recomendamos. Los teléfonos y las preguntas son menos seguros. Esto no se puede aplazar; Ctrl-X lo termina y se volverá a pedir en el próximo inicio de sesión.
ended-signed-out = Su sesión ha terminado: duró demasiado o se terminó en otro lugar. Los cambios ya hechos se conservan.
enough-title = Ya ha configurado suficientes métodos
enough-text = Ahora puede resolverlo por su cuenta si olvida la contraseña. Si puede, configure un método más de los necesarios: ayuda cuando se pierde un teléfono.
enough-choice-on = Continuar
enough-choice-more = Añadir otro método
help-enough = Lo mejor son dos métodos o más. Uno de ellos debería ser una aplicación.
reconfirm-title = ¿Sigue siendo correcto?
reconfirm-text = Revise cómo puede demostrar quién es:
reconfirm-choice-right = Todo es correcto
reconfirm-choice-change = Cambiar algo
note-confirmed = Gracias por revisarlo.
help-reconfirm = Una dirección o un número que ya no tiene le dejaría fuera cuando lo necesite. Cambie ahora lo que no sea correcto.

## Mi información de seguridad

info-title = Mi información de seguridad
info-text = Estas son las maneras de demostrar quién es. Elija una para cambiarla.
info-text-empty = Todavía no hay nada configurado. Lo mejor son dos métodos o más, primero una aplicación.
info-choice-add = Añadir un método
help-info = Lo que proporcionó su organización se puede confirmar y entonces es suyo. Antes de cambiar algo, usted demuestra otra vez que es usted.
# One line for each method. $address (text): an address or a number, mostly hidden
item-app-notification = Notificación de la aplicación
item-app-code = Aplicación de autenticación
item-email = Correo electrónico: { $address }
item-mobile-phone = Teléfono móvil: { $address }
item-office-phone = Teléfono del trabajo: { $address }
# $count (number): how many questions are answered
item-security-questions =
    { $count ->
        [one] Preguntas de seguridad: { $count } respuesta
        [many] Preguntas de seguridad: { $count } respuestas
       *[other] Preguntas de seguridad: { $count } respuestas
    }
# $date (date): since when it is registered
item-detail-own = Configurado el { $date }
item-detail-own-first = Se ofrece primero; configurado el { $date }
item-detail-provided = Proporcionado por su organización
item-detail-provided-first = Se ofrece primero; proporcionado por su organización
item-detail-unusable = No se puede usar en este momento
one-choice-change = Cambiarlo
one-choice-confirm = Confirmarlo como mío
one-choice-first = Ofrecerlo primero
one-choice-not-first = Dejar de ofrecerlo primero
one-choice-delete = Eliminarlo
help-one = Elija qué hacer con este método. Esc vuelve a la lista.
delete-title = ¿Eliminar este método?
delete-text = Ya no podrá demostrar con él quién es. Se envía un aviso de ello, también a una dirección o a un número eliminado.
delete-choice-keep = No, conservarlo
delete-choice-delete = Sí, eliminarlo
help-delete = La eliminación no se puede deshacer, pero puede volver a configurar el método.
note-registered = El método está configurado.
note-first = A partir de ahora se ofrece primero.
note-not-first = Ya no se ofrece primero.
note-deleted = El método se ha eliminado.

## Configurar un método

add-title = Añadir un método
add-text = ¿Qué método quiere configurar? El primero es el más seguro.
add-choice-app-notification = Solicitudes en una aplicación de mi teléfono
add-choice-app-code = Una aplicación de autenticación
add-choice-email = Una dirección de correo privada
add-choice-mobile-phone = Mi teléfono móvil
add-choice-security-questions = Preguntas de seguridad
add-detail-recommended = Recomendado
add-detail-good = Bueno
add-detail-weaker = Menos seguro
help-add = Una aplicación es el método más seguro. Otros pueden apropiarse de un número de teléfono o averiguar una respuesta; por eso son menos seguros, pero mejores que nada.
address-title = Su dirección de correo
address-text = Escriba una dirección ajena a su organización que pueda leer sin esta contraseña. Allí se envía un código.
field-address = Dirección de correo
error-empty-address = Escriba la dirección.
error-enrol-address = Eso no es una dirección de correo.
error-enrol-own-domain = Esa dirección pertenece a su organización. No podría leerla sin su contraseña; escriba otra.
help-address = Lo mejor es una dirección privada. Cuando haya escrito el código que llegue, la dirección servirá para demostrar quién es.
phone-number-title = Su número de móvil
phone-number-text = Escriba el número en su forma internacional, con + y el prefijo del país, por ejemplo +34 600 000 118. Allí se envía un código.
phone-number-weaker = Otros pueden apropiarse de un número, por eso una aplicación es más segura.
error-enrol-number = Eso no es un número internacional. Empieza por + y el prefijo del país.
help-phone-number = Escriba el número con + y el prefijo del país; los espacios no molestan. Cuando haya escrito el código que llegue, el número servirá para demostrar quién es.
confirm-title-email = Confirme su dirección de correo
confirm-title-phone = Confirme su número de móvil
confirm-title-call = Confirme su número
# $address (text): the number, mostly hidden; $minutes (number): how long it is tried
call-text-register =
    { $minutes ->
        [one] Estamos llamando a { $address }. Conteste y pulse # en el plazo de { $minutes } minuto.
        [many] Estamos llamando a { $address }. Conteste y pulse # en el plazo de { $minutes } minutos.
       *[other] Estamos llamando a { $address }. Conteste y pulse # en el plazo de { $minutes } minutos.
    }
call-progress-dialling = Se está haciendo la llamada.
call-progress-ringing = El teléfono está sonando.
call-progress-answered = Se contestó la llamada. Pulse # en el teléfono.
call-progress-busy = La línea estaba ocupada. Puede pedir otra llamada.
call-progress-no-answer = Nadie contestó. Puede pedir otra llamada.
call-progress-no-key = No se pulsó ninguna tecla. Puede pedir otra llamada.
call-progress-hung-up = La llamada terminó antes de pulsar #. Puede pedir otra llamada.
help-confirm-code = Escriba el código que se envió. Si no llega en un minuto, pida otro o configure un método diferente.
help-confirm-call = Conteste el teléfono y pulse # cuando se le pida. Si no pidió la llamada, pulse *.
error-too-late-here = Ese código ya no es válido. Pida otro o configure un método diferente.
error-enrol-over = Ya no se puede confirmar. Configúrelo de nuevo o elija un método diferente.
error-enrol-not-allowed = Su organización no lo permite.
error-enrol-enough = Ya tiene tantos como puede tener. Elimine uno primero.
error-enrol-already = Eso ya está configurado.
error-enrol-not-now = En este momento no se puede enviar nada allí. Inténtelo más tarde o configure un método diferente.
error-enrol-still-needed = No se puede eliminar: tendría menos métodos de los necesarios. Configure otro primero.
error-enrol-gone = Eso ya no existe.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-question-title = Pregunta { $number } de { $count }
new-question-text = Elija una pregunta cuya respuesta solo usted conozca. Las respuestas se pueden averiguar, por eso las preguntas son un método menos seguro.
# $number (number): which question, from 1; $count (number): how many are to be answered
new-answer-title = Respuesta { $number } de { $count }
new-answer-text = Escriba una respuesta que vaya a recordar. Las mayúsculas y los espacios de más no importan.
error-empty-new-answer = Escriba una respuesta.
help-new-questions = Elija cada pregunta de la lista y contéstela; ninguna se repite. Nadie ve sus respuestas, y Ctrl-R muestra durante cinco segundos lo que escribió.
# Why an answer is not taken
error-answers-count = Conteste todas las preguntas.
error-question-gone = Esa pregunta ya no se puede elegir. Elija otra.
error-question-twice = Ya ha elegido esa pregunta. Elija otra.
error-answer-twice = Ya ha dado esa respuesta a otra pregunta. Dé a cada una la suya.
error-answer-short = Esa respuesta es demasiado corta.
error-answer-long = Esa respuesta es demasiado larga.
error-answer-guessable = Esa respuesta es demasiado fácil de adivinar.
error-answer-from-question = La respuesta no debe figurar en la pregunta.
error-answer-from-name = La respuesta no debe contener su nombre.
action-different = Configurar otro método
action-call = Prefiero una llamada

## Requests on the demo's phone

# Below a request, once it was answered there
phone-answered = Ha respondido.

## A request on the app of a phone

# The label of the field for the number that the request shows
field-request-number = Número que muestra su teléfono
# $minutes (number): how long the request is valid
code-text-request =
    { $minutes ->
        [one] Se está enviando una solicitud a la aplicación ntfy de su teléfono. Muestra un número: escríbalo aquí. Es válido durante { $minutes } minuto. ¿La inició otra persona? Entonces elija «Rechazar» en el teléfono.
        [many] Se está enviando una solicitud a la aplicación ntfy de su teléfono. Muestra un número: escríbalo aquí. Es válido durante { $minutes } de minutos. ¿La inició otra persona? Entonces elija «Rechazar» en el teléfono.
       *[other] Se está enviando una solicitud a la aplicación ntfy de su teléfono. Muestra un número: escríbalo aquí. Es válido durante { $minutes } minutos. ¿La inició otra persona? Entonces elija «Rechazar» en el teléfono.
    }
# After Verify was chosen on the phone, which is not enough
code-text-request-verified = Eligió «Confirmar» en su teléfono. Ahora escriba el número que muestra allí la solicitud.
notice-request-again = Se está enviando una solicitud nueva. Los números de las anteriores ya no son válidos.
error-empty-request = Escriba el número que muestra su teléfono.
# $digits (number): how many digits the number has
error-malformed-request =
    { $digits ->
        [one] El número tiene { $digits } dígito y nada más. Esta vez no se contó como intento.
        [many] El número tiene { $digits } de dígitos y nada más. Esta vez no se contó como intento.
       *[other] El número tiene { $digits } dígitos y nada más. Esta vez no se contó como intento.
    }
# $left (number): how many tries are left
error-wrong-request =
    { $left ->
        [one] Ese no es el número de la solicitud más reciente. Le queda { $left } intento.
        [many] Ese no es el número de la solicitud más reciente. Le quedan { $left } de intentos.
       *[other] Ese no es el número de la solicitud más reciente. Le quedan { $left } intentos.
    }
error-too-late-request = Esa solicitud ya no es válida. Pida otra o elija otro método.
action-ask-again = Enviar otra solicitud
help-request = Se envió una solicitud a la aplicación ntfy de su teléfono. Indica qué terminal la envía y muestra un número. Elija allí «Confirmar» y escriba el número aquí. Si no llega en un minuto, pida otra o elija otro método.

## Telephone calls

action-call-again = Llamar otra vez
# $number (text): the number we have, mostly hidden
number-text-call = Tenemos un número de móvil que termina así: { $number }. Escriba el número completo, con el prefijo del país o tal como lo marca dentro de su país. Si coincide con el que tenemos, se llama a ese número.
# $number (text): the number we have, mostly hidden
number-text-office = Tenemos un número del trabajo que termina así: { $number }. Escriba el número completo, con el prefijo del país o tal como lo marca dentro de su país, sin la extensión. Si coincide con el que tenemos, se llama a ese número.
field-number-office = Número del trabajo
help-number-office = Escriba completo el número del trabajo que conoce su organización, pero sin la extensión. Los espacios, guiones y paréntesis no molestan. Si ahora no puede contestar ese teléfono, elija otro método.
# $number (text): the number, mostly hidden
call-text-calling = Estamos llamando a { $number }. Conteste, escuche y pulse después la tecla # del teléfono. Luego esto continúa por sí solo.
# $number (text): the number, mostly hidden
call-text-ringing = El teléfono { $number } está sonando. Conteste, escuche y pulse después la tecla # del teléfono. Luego esto continúa por sí solo.
call-text-answered = Se ha contestado la llamada. Escuche y pulse después la tecla # del teléfono. Luego esto continúa por sí solo.
call-notice-trouble = La llamada todavía no se ha podido hacer y se vuelve a intentar. Mientras tanto puede elegir otro método.
call-error-busy = La línea está ocupada.
call-error-no-answer = Nadie ha contestado la llamada.
call-error-no-key = Se contestó la llamada, pero no se pulsó la tecla #. Quizá fue un buzón de voz.
call-error-hung-up = La llamada se rechazó, o terminó antes de que se pulsara la tecla #.
call-error-failed = No se ha podido hacer la llamada.
call-error-over = El tiempo para esta llamada ha terminado.
# $number (text): the number, mostly hidden
call-text-over = Puede pedir otra llamada a { $number } o elegir otro método.
help-call = Se llama a su teléfono. Conteste, escuche el mensaje y pulse después la tecla # del teléfono; aquí no se escribe nada. Si en un minuto no suena, elija otro método.
ended-call-denied = Se respondió a la llamada con la tecla *, que indica que nadie la había pedido. Desde aquí no se ha cambiado nada; se avisa a la persona titular de la cuenta y a los administradores. Si fue usted por error, empiece de nuevo.

# In the demo, on the phone. What is said in the call is below it.
phone-call-rings = Llamada. F6 y luego: Intro contesta, Retroceso rechaza.
phone-call-talks = En línea. # aprueba, * denuncia, Retroceso cuelga.

## Registering an authenticator app

app-code-title = Configurar una aplicación de autenticación
app-code-scan = Escanee este código con su aplicación de autenticación o escriba en ella la clave. Después continúe y escriba el código que muestra.
app-code-type = Escriba esta clave en su aplicación de autenticación. Después continúe y escriba el código que muestra.
app-code-key = Clave
app-code-confirm = Escriba el código que la aplicación de autenticación muestra ahora para esta cuenta.
# $left (number): how many tries are left
error-wrong-new-app-code =
    { $left ->
        [one] La aplicación no muestra ahora ese código para esta cuenta. Le queda { $left } intento.
        [many] La aplicación no muestra ahora ese código para esta cuenta. Le quedan { $left } de intentos.
       *[other] La aplicación no muestra ahora ese código para esta cuenta. Le quedan { $left } intentos.
    }
help-app-code = Sirve cualquier aplicación de autenticación que muestre códigos de seis dígitos. Añada una cuenta en la aplicación y apunte la cámara al código. No deje que nadie vea el código ni la clave: quien los tenga puede generar sus códigos.
help-app-code-confirm = El código cambia cada 30 segundos. Si no se acepta, espere al siguiente y compruebe que el teléfono ajusta la hora automáticamente. Con «Atrás» verá la clave otra vez.

## Registering the app for notifications

app-title = Configurar solicitudes en una aplicación
app-scan = Escanee este código con su teléfono para suscribir la aplicación ntfy o escriba en ella lo siguiente. Después continúe: llegará una solicitud de prueba.
app-type = Suscriba la aplicación ntfy de su teléfono a este tópico. Después continúe: llegará una solicitud de prueba.
app-server = Servidor
app-topic = Tópico
# Of the server: a user name and a password, or a token
app-credential = Inicio de sesión en el servidor
app-test = Se está enviando una solicitud de prueba a su teléfono. Elija allí «Confirmar» y escriba aquí el número que muestra.
app-verified = Eligió «Confirmar» en su teléfono. Ahora escriba el número que muestra allí la solicitud de prueba.
field-app-number = Número que muestra su teléfono
action-test-again = Enviar otra prueba
error-empty-app-number = Escriba el número que muestra su teléfono.
# $digits (number): how many digits the number has
error-malformed-app-number =
    { $digits ->
        [one] El número tiene { $digits } dígito y nada más. Esta vez no se contó como intento.
        [many] El número tiene { $digits } de dígitos y nada más. Esta vez no se contó como intento.
       *[other] El número tiene { $digits } dígitos y nada más. Esta vez no se contó como intento.
    }
# $left (number): how many tries are left
error-wrong-app-number =
    { $left ->
        [one] Ese no es el número de la prueba más reciente. Le queda { $left } intento.
        [many] Ese no es el número de la prueba más reciente. Le quedan { $left } de intentos.
       *[other] Ese no es el número de la prueba más reciente. Le quedan { $left } intentos.
    }
error-late-app-number = Esa prueba ya no es válida. Pida otra.
notice-app-tested-again = Se está enviando una prueba nueva. Los números de las anteriores ya no son válidos.
help-app = Instale primero la aplicación ntfy en su teléfono. El tópico es solo suyo: no deje que nadie lo vea. Si la aplicación pide iniciar sesión en el servidor, escriba lo que muestra esta pantalla.
help-app-test = Si la prueba no llega en un minuto, compruebe en la aplicación ntfy que el tópico y el servidor son correctos y que puede mostrar notificaciones. Con «Atrás» los verá otra vez.

## The guided tour, in the demo

# As short as can be
keys-tour = F7 pasos
# The same where F8 changes between kiosk and console
keys-tour-admin = F7 pasos  F8 cambiar
# In the console of the demo without a tour
keys-kiosk = F8 quiosco
# $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called
tour-line = Recorrido, paso { $step } de { $total }: { $title }
# Of a step with several parts. $step (number): which step, from 1; $total (number): how many there are; $title (text): what the step is called; $done (number): parts that are done; $parts (number): how many parts it has
tour-line-parts = Recorrido, paso { $step } de { $total }: { $title } ({ $done } de { $parts })
# Above the list of the steps; columns are narrow
tour-title = Recorrido guiado (F7)
tour-ticked = Un paso se marca cuando el almacén indica que está hecho, sea donde sea.
# $number (number): the number of an audit record; $reference (text): a short code of letters and digits
tour-audited = En el registro de auditoría, los administradores ven el restablecimiento como entrada { $number }, con la referencia { $reference }.
tour-over = El recorrido está completo.
    .how = Ya lo ha visto todo. F7 muestra los pasos y lo que ven los administradores. Ctrl-X en la primera pantalla termina la demostración.
# Each step: its name, and how it is done. $account (text): Mia's user ID; $number (text): her mobile number; $admin (text): the administrator's user ID; $password (text): the administrator's password; $reference (text): a short code of letters and digits
tour-enter = Iniciar sesión en la consola
    .how = Inicie sesión como { $admin } con la contraseña «{ $password }». El código está en el teléfono, debajo de «Autenticación».
tour-group = Crear un grupo
    .how = En la consola, abra los grupos y cree el grupo de seguridad SSPRTesters. Añada a Mia Steele como miembro: { $account }.
tour-enable = Activar para el grupo
    .how = En la consola, abra las propiedades, active el restablecimiento para grupos seleccionados, elija SSPRTesters y guarde.
tour-review = Revisar cuatro páginas
    .how = Revise los métodos de autenticación, el registro, las notificaciones y la personalización. Ctrl-S guarda lo que haya cambiado, o anota que una página está bien así.
tour-phone = Registrar el móvil de Mia
    .how = F8 lleva al quiosco. Elija «Cambiar mi contraseña o mi información de seguridad», inicie sesión como Mia y configure su teléfono móvil: { $number }.
tour-forget = Olvidar la contraseña
    .how = En el quiosco, elija «Olvidé mi contraseña» y escriba el identificador de usuario { $account }.
tour-prove = Demostrar quién es
    .how = Elija dos métodos, uno tras otro. Los códigos y las solicitudes llegan al teléfono; F6 lleva a él.
tour-new-password = Elegir una contraseña
    .how = Escriba una nueva dos veces, mejor si consta de varias palabras. La lista muestra qué reglas cumple.
tour-notice = Recibir el aviso
    .how = Un correo le dice a Mia qué ha pasado, cuándo y dónde. Llega al teléfono por sí solo.
tour-sign-in = Iniciar sesión con ella
    .how = En la primera pantalla, elija «Cambiar mi contraseña o mi información de seguridad». Inicie sesión con la contraseña nueva y otro método.
tour-register = Registrar un método
    .how = Elija «Mi información de seguridad», luego «Añadir un método» y «Mi teléfono móvil». Escriba { $number }; el código llega al teléfono.
tour-record = Encontrarlo en la auditoría
    .how = Cada paso es allí una entrada, y ninguna puede cambiarse sin que se note. Se está comprobando todo el registro.
tour-look-up = Buscarlo por la referencia
    .how = F8 lleva a la consola. En el resumen, Intro y después h abren el servicio de asistencia. Escriba allí la referencia del restablecimiento: { $reference }.
# In the demo without a tour, below its hint on the first screen. $admin (text): the administrator's user ID; $password (text): the administrator's password
demo-hint-console = F8 abre la consola de administradores: { $admin }, contraseña «{ $password }», código en el teléfono.

## A temporary access pass, from the help desk, in place of a method

choice-access-pass = Usar un pase de acceso temporal
pass-text = Escriba el pase de acceso temporal que le dio el servicio de asistencia. Solo se puede usar una vez.
field-access-pass = Pase de acceso temporal
error-empty-pass = Escriba el pase de acceso temporal.
# $letters (number): how many letters and digits a pass has
error-malformed-pass = Un pase de acceso temporal tiene { $letters } letras y dígitos. Esta vez no se contó como intento.
# $left (number): how many tries are left
error-wrong-pass =
    { $left ->
        [one] Ese no es el pase correcto. Le queda { $left } intento.
        [many] Ese no es el pase correcto. Le quedan { $left } de intentos.
       *[other] Ese no es el pase correcto. Le quedan { $left } intentos.
    }
error-pass-too-late = Ese pase de acceso temporal ya no es válido. Pida uno nuevo al servicio de asistencia o elija otro método.
help-pass = El servicio de asistencia le da un pase de acceso temporal si ha perdido su teléfono y ha comprobado que es usted. No importan las mayúsculas, los espacios ni los guiones.
note-signed-in-by-pass = Su pase de acceso temporal ya está usado. Abra ahora «Mi información de seguridad» y configure una nueva forma de demostrar quién es.

# A la entrada de la consola de administración

sign-in-text-console = Inicie sesión en la consola con su cuenta de administrador. Después de la contraseña se le pide el segundo factor.
ended-no-role = La consola es para administradores, y su cuenta no tiene ningún rol de administrador. Quien gestiona a los administradores puede asignarle uno.
gate-text-again = Ha iniciado sesión; para esto hace falta de nuevo su segundo factor. ¿Cómo quiere demostrar que es usted?
register-text-factor = La consola se abre con un segundo factor, y su cuenta todavía no tiene ninguno. Configure uno ahora.
register-choice-later = Hacerlo más tarde y abrir la consola
help-register-factor = Un segundo factor es algo que lleva consigo: una aplicación en el teléfono o el propio teléfono. Se pide cada vez que abre la consola. Ctrl-X termina sin configurar nada.
help-register-later = El primero de la lista es el más seguro y el que recomendamos. La última línea abre la consola; se le preguntará de nuevo la próxima vez que inicie sesión.
