# The settings, as administrators read them: the name, and the advice about it.

setting-organisation-name = Nombre de la organización
    .advice = El nombre por el que se la conoce. No puede figurar en las contraseñas.
setting-organisation-domains = Dominios de correo de la organización
    .advice = Una dirección de estos dominios no puede demostrar la identidad de nadie: quien no puede acceder a su cuenta no puede leer el correo en ellos.
setting-sspr-enabled = Restablecimiento de contraseñas de autoservicio
    .advice = Empiece con grupos seleccionados y actívelo después para todas las cuentas.
setting-sspr-groups = Grupos seleccionados
    .advice = También cuentan los miembros de grupos anidados.
setting-sspr-excluded-groups = Grupos excluidos
    .advice = Pertenecer a uno de ellos prevalece sobre los grupos seleccionados.
setting-methods-enabled = Métodos permitidos
    .advice = Habilite dos más de los que exija, para que nadie se quede sin acceso si pierde uno.
setting-methods-required = Métodos necesarios para restablecer
    .advice = Con dos, la cuenta sigue a salvo si un método cae en malas manos.
setting-questions-to-register = Preguntas que se registran
    .advice = Más de las que se hacen, para que una respuesta olvidada no sea un problema.
setting-questions-to-reset = Preguntas para restablecer
    .advice = Las respuestas se pueden adivinar o averiguar; tres es el mínimo.
setting-questions-custom = Preguntas propias de la organización
    .advice = No pregunte nada que figure en una página de perfil.
setting-questions-alone = Preguntas como único método
    .advice = Déjelo desactivado: las preguntas son el método más débil.
setting-registration-required-at-sign-in = Registro al iniciar sesión
    .advice = Actívelo para que todas las personas tengan métodos antes de necesitarlos.
setting-registration-reconfirm-days = Días hasta volver a confirmar los métodos
    .advice = Lo habitual es 180; con 0 no se pregunta nunca y los números quedan anticuados.
setting-notify-users-on-reset = Avisar a cada persona de su restablecimiento
    .advice = Actívelo: así se dan cuenta de que lo hizo otra persona.
setting-notify-admins-on-admin-reset = Avisar a los administradores del restablecimiento de uno de ellos
    .advice = Actívelo: la cuenta de un administrador es un objetivo valioso.
setting-unlock-without-reset = Desbloquear sin contraseña nueva
    .advice = Solo para directorios que a menudo bloquean cuentas por error.
setting-writeback-enabled = Escribir las contraseñas en los directorios
    .advice = Al desactivarlo se detiene de inmediato todo restablecimiento de cuentas de directorio.
setting-captcha = Verificación humana
    .advice = Lo habitual es usarla solo en terminales remotos; un quiosco en un pasillo no la necesita.
setting-explain = Decir por qué se rechaza una cuenta
    .advice = Déjelo desactivado: revela a desconocidos qué cuentas existen.
setting-codes-length = Dígitos de un código
    .advice = Bastan seis, porque solo hay cinco intentos.
setting-password-preset = Reglas de contraseñas
    .advice = Las reglas modernas exigen longitud, no caracteres raros.
setting-password-min-length = Longitud mínima de una contraseña
    .advice = Al menos 12; al menos 15 si la contraseña es lo único que protege la cuenta.
setting-password-max-length = Longitud máxima de una contraseña
    .advice = Al menos 64, para permitir frases enteras.
setting-password-history = Contraseñas anteriores que no se pueden repetir
    .advice = La actual siempre cuenta.
setting-password-expires-days = Días hasta que caduca una contraseña
    .advice = 0: quien está obligado a cambiarla elige contraseñas más débiles.
setting-password-banned = Palabras prohibidas
    .advice = Nombres de productos, lugares y equipos que aquí se elegirían.
setting-lockout-sspr-failures = Intentos fallidos hasta bloquear el restablecimiento
    .advice = Cinco; rara vez se necesitan más.
setting-lockout-sspr-hours = Horas que dura un bloqueo
    .advice = 24; un administrador puede levantarlo.
setting-lockout-sign-in-failures = Intentos fallidos hasta bloquear el inicio de sesión
    .advice = Diez; la misma contraseña incorrecta se cuenta una sola vez.
setting-lockout-sign-in-seconds = Segundos del primer bloqueo
    .advice = 60; se duplica con cada nuevo fallo.
setting-delivery-sms-per-day = SMS al día
    .advice = Un poco más de lo que necesita: limita lo que puede costar un fraude.
setting-delivery-calls-per-day = Llamadas al día
    .advice = Un poco más de lo que necesita: limita lo que puede costar un fraude.
setting-delivery-per-destination-per-day = Mensajes al día a un mismo destino
    .advice = Diez impiden que alguien reciba una avalancha de mensajes.
setting-delivery-blocked-prefixes = Prefijos telefónicos bloqueados
    .advice = Países en los que no hay nadie de su organización.
setting-licence-default = Licencia de las cuentas que no tienen una propia
    .advice = Asigne una licencia propia a las cuentas que sean distintas.
setting-licence-trial = Versión de prueba
    .advice = En una versión de prueba no se pueden hacer llamadas.
setting-branding-logo = Logotipo
    .advice = Dibujo de texto de 60 columnas y 6 filas como máximo.
setting-branding-accent = Color de énfasis
    .advice = Nunca es la única señal de nada.
setting-branding-sign-in-text = Texto de la pantalla de inicio
    .advice = Uno por idioma; diga dónde se encuentra el servicio de asistencia.
setting-branding-helpdesk-url = Servicio de asistencia: dirección web
    .advice = Una página que se pueda leer sin iniciar sesión.
setting-branding-helpdesk-email = Servicio de asistencia: correo electrónico
    .advice = Una dirección que responda también a quien escribe desde una dirección privada.
setting-branding-helpdesk-phone = Servicio de asistencia: teléfono
    .advice = La vía que funciona sin ninguna cuenta.
setting-branding-languages = Idiomas ofrecidos
    .advice = Déjelo vacío para ofrecerlos todos.
setting-branding-default-language = Idioma de los mensajes
    .advice = Se usa cuando ni la cuenta ni la pantalla indican otro.

# Refusals: why something was not done, and what to do instead.

refusal-role = Ninguno de sus roles lo permite. Diríjase a un administrador global.
refusal-field-principal-name = «{ $given }» no se puede usar aquí. Escriba un nombre principal de usuario como mias@contoso.example.
refusal-field-address = «{ $given }» no se puede usar aquí. Escriba una dirección de correo como mia@home.example.
refusal-field-name = «{ $given }» no se puede usar aquí. Escriba de 1 a 256 caracteres visibles.
refusal-field-phone = «{ $given }» no se puede usar aquí. Escriba el número en formato internacional, como +44 20 7946 0000.
refusal-field-language = «{ $given }» no se puede usar aquí. Elija uno de los idiomas ofrecidos.
refusal-setting-unknown = No existe la configuración «{ $key }».
refusal-setting-text = Escriba como máximo { $most } caracteres.
refusal-setting-flag = Elija activado o desactivado.
refusal-setting-choice = Elija entre los valores ofrecidos.
refusal-setting-number = Escriba un número entero de { $low } a { $high }.
refusal-setting-list = Escriba como máximo { $most } entradas, cada una de { $shortest } a { $longest } caracteres.
refusal-setting-groups = Escriba nombres de grupos que existan.
refusal-clash-name = La organización necesita un nombre.
refusal-clash-no-method = Active primero un método: sin ninguno, nadie puede restablecer una contraseña.
refusal-clash-few-methods = Se exigen más métodos de los que están activados. Active otro o exija solo uno.
refusal-clash-no-group = Indique al menos un grupo: el restablecimiento está activado solo para grupos seleccionados.
refusal-clash-questions = No se pueden hacer más preguntas de las registradas. Haga menos o pida que se registren más.
refusal-clash-lengths = La longitud mínima de una contraseña no puede ser mayor que la máxima.
refusal-clash-domain = «{ $domain }» no puede ser un dominio de correo. Escríbalo como contoso.example, sin @.
refusal-clash-helpdesk = Escriba una dirección de correo como help@contoso.example o deje el campo vacío.
refusal-clash-prefixes = Escriba comienzos de números internacionales, cada uno como +44.
refusal-clash-language = El idioma de los mensajes debe ser uno de los idiomas ofrecidos.
refusal-no-account = La cuenta «{ $name }» no existe o ya no existe.
refusal-account-exists = Ya existe la cuenta «{ $name }».
refusal-own-domain = «{ $name }» pertenece a los dominios de la organización, donde una persona bloqueada no puede leer su correo. Indique una dirección externa.
refusal-no-licence = No existe la licencia «{ $name }».
refusal-no-role = No existe el rol «{ $name }».
refusal-none-among-roles = «none» quita todos los roles. Elíjalo solo o elija roles sin él.
refusal-last-administrator = «{ $name }» es el último administrador global activado. Asigne antes ese rol a otra persona.
refusal-own-account = Nadie desactiva ni elimina su propia cuenta. Pídaselo a otro administrador.
refusal-own-authenticator = Es su última aplicación de autenticación. Agregue antes otra o pídaselo a otro administrador.
refusal-no-group = No existe el grupo «{ $name }». Puede que se haya eliminado entretanto.
refusal-group-exists = Ya existe el grupo «{ $name }».
refusal-group-comma = El nombre de un grupo no puede contener una coma, porque las comas separan los nombres en las listas.
refusal-no-group-type = No existe el tipo de grupo «{ $name }». Elija seguridad o Microsoft 365.
refusal-group-in-policy = La directiva nombra el grupo «{ $name }» entre los grupos seleccionados o excluidos. Quítelo de ahí primero.
refusal-no-member = No existe ninguna cuenta ni grupo «{ $name }».
refusal-not-in = «{ $name }» no está en «{ $group }».
refusal-circle = «{ $name }» no puede estar en «{ $group }»: un grupo se contendría a sí mismo.
refusal-authenticators = «{ $name }» ya tiene { $most } aplicaciones de autenticación. Elimine una primero.
refusal-one-app = «{ $name }» ya tiene una aplicación que recibe solicitudes. Elimínela primero.
refusal-seed = La clave de una aplicación de autenticación tiene de 10 a 64 bytes, escritos en Base32: letras de la A a la Z y dígitos del 2 al 7.
refusal-no-method = «{ $name }» ya no tiene ese método.
refusal-administrators-questions = «{ $name }» tiene un rol de administrador, y los administradores no pueden demostrar su identidad con preguntas de seguridad. Agregue una aplicación de autenticación en su lugar.
refusal-answers = Estas respuestas no se pueden usar. Cada pregunta necesita una respuesta propia que sea difícil de adivinar.
refusal-too-long = Es demasiado largo. Escriba como máximo 1024 bytes.
refusal-password = Esa contraseña no cumple las reglas.
refusal-permanent = Una contraseña que se da a otra persona debe ser temporal.
refusal-sign-in-locked = El inicio de sesión de esta cuenta está bloqueado hasta { $until }.
refusal-sign-in = La cuenta o la contraseña no es correcta.
refusal-temporary-password = Esa contraseña es temporal. Cámbiela antes de iniciar sesión aquí.
refusal-expired-password = Esa contraseña ha caducado. Restablézcala antes de iniciar sesión aquí.
refusal-second-factor = El código de autenticación no es correcto o ya se usó.
refusal-changed-meanwhile = La cuenta se ha modificado entretanto. Vuelva a iniciar sesión.
refusal-message-gone = El mensaje { $id } no se puede volver a enviar, porque su contenido ya no existe.
refusal-no-message = El mensaje { $id } ya no está pendiente.
refusal-reports-licence = Los informes de uso requieren la licencia P1 o P2 como licencia predeterminada de la organización.
refusal-bad-rows =
    { $count ->
        [one] Una fila no se puede importar, así que no se ha importado nada.
        [many] { $count } de filas no se pueden importar, así que no se ha importado nada.
       *[other] { $count } filas no se pueden importar, así que no se ha importado nada.
    }
refusal-file = El archivo no se puede leer o ha cambiado entretanto. Revíselo e inténtelo de nuevo.
refusal-not-initialised = Este almacén aún no tiene una organización.
refusal-initialised = Este almacén ya tiene una organización.
refusal-other = { $sentence }
refusal-step-up = Demostró su identidad hace más de cinco minutos. Demuéstrela de nuevo para realizar esta acción.

# La consola: secciones, teclas, mensajes.

tab-overview = Resumen
tab-properties = Propiedades
tab-methods = Métodos de autenticación
tab-registration = Registro
tab-notifications = Notificaciones
tab-customization = Personalización
tab-on-premises = Integración local
tab-administrators = Directiva de administradores
tab-users = Usuarios
tab-groups = Grupos
tab-passwords = Protección de contraseñas
tab-audit = Auditoría
tab-usage = Uso e información
keys-open = Intro abrir
keys-tabs = Arriba/Abajo secciones
keys-leave-place = Esc atrás
keys-console-help = ? ayuda
keys-go = : ir a
keys-sign-out = Ctrl-X cerrar sesión
keys-answer = Intro continuar
keys-close = Esc cerrar
console-working = Un momento…
console-failed = No se pudo hacer: el almacén no respondió como debía. No se cambió nada; la causa está en el registro del servidor.
console-no-command = Aquí no existe «{ $typed }».
console-help = Ayuda
console-language = Idioma
console-go = Ir a
console-line = Nombre de una sección, o quit
console-type-word = Escriba { $word } para continuar.
console-typed = Para confirmar
console-enter-goes-on = Intro continúa, Esc no.
console-discard = ¿Descartar los cambios?
console-discard-text = No se han guardado. Intro los descarta, Esc vuelve a ellos.
form-was = antes: { $before }
form-was-empty = antes: vacío
help-console = La lista de la izquierda tiene las secciones: Arriba y Abajo eligen una, Intro entra en ella, Esc vuelve. Ctrl-RePág y Ctrl-AvPág cambian de sección desde cualquier lugar; también : y el principio de un nombre. Ctrl-S guarda, u deshace el último guardado de la directiva, / filtra una lista. F2 cambia el idioma, F3 los colores. Ctrl-X cierra la sesión.
help-overview = El estado del servicio de un vistazo.
overview-welcome = Elija una sección a la izquierda.
advice-no-help-desk = Indique cómo contactar con el servicio de asistencia: quien no pueda resolverlo aquí no sabrá a quién acudir.
advice-few-methods = Habilite al menos un método más de los que exige: de lo contrario, quien pierda uno se queda sin acceso.
advice-one-method = Exija dos métodos: con uno solo, basta con hacerse con un buzón o un teléfono para quedarse con la cuenta.
advice-questions-spare = Haga registrar más preguntas de las que se hacen: de lo contrario, una sola respuesta olvidada deja sin acceso.
advice-questions-alone = No acepte las preguntas como único método: las respuestas se pueden adivinar o averiguar.
advice-no-registration = Pida el registro al iniciar sesión: quien no tiene métodos no puede restablecer su contraseña.
advice-never-reconfirmed = Haga confirmar los métodos cada 180 días: los números y las direcciones cambian.
advice-users-untold = Avise a cada persona de su restablecimiento: de lo contrario, nadie nota el que haya hecho otra persona.
advice-administrators-untold = Avise a los administradores cuando se restablezca la contraseña de uno de ellos: una cuenta así merece un ataque.
advice-no-human-check = Mantenga la verificación humana para los terminales remotos: sin ella, un programa puede probar nombres a distancia.
advice-explained = No diga por qué se rechaza una cuenta: eso revela a desconocidos qué cuentas existen.
advice-composition = Exija longitud en lugar de clases de caracteres: la gente las cumple de formas fáciles de adivinar.
advice-short-passwords = Exija al menos 12 caracteres: es la longitud lo que hace difícil adivinar una contraseña.
advice-expiry = No haga caducar las contraseñas: quien tiene que cambiarlas elige otras más débiles.
advice-many-proofs = Bloquee tras cinco pruebas fallidas: más intentos ayudan a quien adivina.
advice-short-block = Haga que el bloqueo dure 24 horas: un administrador puede levantarlo, y quien adivina tiene que esperar.
advice-many-sign-ins = Bloquee el inicio de sesión tras diez fallos: más intentos ayudan a quien adivina.
advice-short-lock = Haga que el primer bloqueo dure 60 segundos: uno más corto apenas frena a quien adivina.
advice-flooded = Envíe como máximo diez mensajes al día a un mismo destino: con más se podría inundar a alguien.
refusal-no-save = No existe el cambio guardado { $id }.
refusal-nothing-to-undo = No queda ningún cambio guardado de la directiva que deshacer.
refusal-undone-already = El cambio guardado { $id } ya está deshecho.

# Las pestañas de ajustes, la revisión antes de guardar, deshacer.

value-on = Activado
value-off = Desactivado
value-nothing = nada
value-comma = { ", " }
setting-sspr-enabled-none = Nadie
setting-sspr-enabled-selected = Seleccionados
setting-sspr-enabled-all = Todos
setting-captcha-off = Desactivada
setting-captcha-on = Activada
setting-captcha-remote-only = Solo en terminales remotos
setting-password-preset-modern = Moderna
setting-password-preset-entra = Entra
setting-password-preset-nist-800-63b-4 = NIST SP 800-63B-4
setting-licence-default-free = Gratuita
setting-licence-default-basic = Basic
setting-licence-default-apps-for-business = Apps for business
setting-licence-default-business-standard = Business Standard
setting-licence-default-business-premium = Business Premium
setting-licence-default-p1 = P1
setting-licence-default-p2 = P2
keys-review = Ctrl-S revisar y guardar
keys-save = Ctrl-S guardar
keys-read = Arriba/Abajo leer
keys-undo = u deshacer lo último guardado
keys-put-back = Ctrl-S restaurar
keys-list = Intro abrir
keys-accept = Ctrl-S aceptar
keys-new-line = Intro línea nueva
keys-choose = Espacio elegir
keys-filter = / filtrar
keys-take = Espacio tomar el otro valor
keys-go-on = Intro continuar
settings-saved = Guardado. Los quioscos lo siguen desde su próximo paso.
settings-unchanged = No ha cambiado nada.
settings-confirm = ¿Anotar que estos ajustes se han revisado y están bien como están? Queda en el registro.
settings-confirmed = Anotado: estos ajustes están bien como están.
settings-picked = Aceptado aquí, pero todavía sin guardar. Ctrl-S revisa y guarda.
settings-met = Otra persona ha cambiado un ajuste que usted también está cambiando. Antes de guardar nada verá los dos valores.
settings-read-only = Puede ver estos ajustes, pero no cambiarlos.
review-title = Antes de guardar
review-changes = Lo que cambia
review-nothing = No cambia nada.
review-will = después: { $after }
review-people = A quién afecta
review-stranded =
    { $count ->
        [0] Nadie pierde la posibilidad de restablecer su contraseña.
        [one] { $count } cuenta puede restablecer su contraseña ahora y no podrá después.
        [many] { $count } de cuentas pueden restablecer su contraseña ahora y no podrán después.
       *[other] { $count } cuentas pueden restablecer su contraseña ahora y no podrán después.
    }
review-reached =
    { $count ->
        [0] Nadie obtiene la posibilidad de restablecer su contraseña.
        [one] { $count } cuenta no puede restablecer su contraseña ahora y podrá después.
        [many] { $count } de cuentas no pueden restablecer su contraseña ahora y podrán después.
       *[other] { $count } cuentas no pueden restablecer su contraseña ahora y podrán después.
    }
review-more =
    { $count ->
        [one] y { $count } más
        [many] y { $count } más
       *[other] y { $count } más
    }
review-advice = Consejos
conflict-title = Cambiado por otra persona
conflict-text = Todavía no se ha guardado nada. Otra persona ha cambiado lo siguiente desde que usted abrió el formulario. Elija en cada caso si se queda su valor o lo sustituye el de usted.
conflict-theirs = El otro valor: { $value } (de { $by }, { $at })
conflict-theirs-unknown = El otro valor: { $value }
conflict-yours = Su valor: { $value }
conflict-theirs-taken = Los otros valores se quedan; los suyos se descartan.
undo-title = Deshacer lo último guardado
undo-save = Guardado por { $by }, { $at }.
undo-changed-since = No se puede deshacer, porque se ha vuelto a cambiar desde entonces:
undo-done = Deshecho: vuelve a regir lo que había antes.
list-label = Una entrada por línea
list-count = { $count } de { $most }
groups-filter = Filtro
groups-none = No existe ese grupo.
connectors = Directorios
connectors-none = Sin configurar: la configuración de este host no nombra ningún directorio. Las cuentas son locales.
connectors-one = { $name }: cuentas de { $domains }
connectors-later = Están configurados, pero esta versión todavía no llega a los directorios.
administrators-text = Esto rige para toda cuenta con un rol de administrador, digan lo que digan las otras pestañas. Es fijo y no se puede cambiar.
administrators-who = Para quién
administrators-who-value = Cuentas con algún rol de administrador
administrators-on = Restablecimiento activado
administrators-on-value = Siempre, para todas ellas
administrators-never = Nunca se usan
administrators-still = Lo demás que impide restablecer también rige para los administradores: una cuenta deshabilitada, un bloqueo tras demasiadas pruebas fallidas, una licencia que no lo permite.
help-settings = Ctrl-S muestra lo que hacen sus cambios y los guarda allí.
help-properties = Para quién está activado el restablecimiento, cómo se trata a los desconocidos, el nombre de la organización y sus licencias. Con grupos seleccionados cuentan los miembros de grupos anidados, y un grupo excluido tiene prioridad. Intro abre la lista de grupos. Ctrl-S muestra lo que hacen sus cambios antes de guardar; u deshace lo último guardado.
help-methods = Qué métodos se permiten, cuántos hacen falta y los límites de lo que se envía. Espacio activa o desactiva un método. Intro abre una lista. Ctrl-S muestra quién no podría restablecer su contraseña y guarda allí; u deshace lo último guardado.
help-registration = Si se registran métodos al iniciar sesión y tras cuántos días se revisan. Ctrl-S revisa y guarda; u deshace lo último guardado.
help-notifications = A quién se avisa de un restablecimiento. Ctrl-S revisa y guarda; u deshace lo último guardado.
help-on-premises = Si las contraseñas se escriben en los directorios, si una cuenta bloqueada se puede desbloquear conservando su contraseña y qué directorios conoce este host. Ctrl-S revisa y guarda; u deshace lo último guardado.
help-passwords = Las reglas de las contraseñas nuevas, las palabras prohibidas propias de la organización y lo que ocurre tras los intentos fallidos. Intro abre la lista de palabras. Las plantillas fijan la longitud mínima mientras usted no indique otra. Ctrl-S revisa y guarda; u deshace lo último guardado.
help-administrators = Las reglas para el restablecimiento de los propios administradores. Son fijas, para que nadie pueda debilitarlas.
help-review = Lea lo que cambia, a quién afecta y qué se aconseja. Ctrl-S lo guarda todo; Esc vuelve al formulario, donde sigue todo lo que usted ha rellenado.
help-conflict = Dos administradores han cambiado los mismos ajustes. Arriba y Abajo eligen un ajuste, Espacio toma el otro valor, Intro pasa a revisar lo que queda de sus cambios. Esc vuelve sin guardar.
help-undo = Esto es lo que cambió lo último guardado de la directiva y lo que se restauraría. Ctrl-S lo restaura. Lo que alguien haya cambiado desde entonces no se sobrescribe en silencio.
help-list = Escriba o pegue una entrada por línea. Intro empieza una línea nueva; Retroceso elimina una línea vacía. Ctrl-S acepta la lista para el formulario, que se guarda con lo demás.
help-choose-groups = Espacio elige un grupo o lo quita; / muestra solo los grupos con ciertas letras en su nombre. Ctrl-S acepta la elección para el formulario, que se guarda con lo demás.
