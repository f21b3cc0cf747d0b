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
refusal-setting-unknown = No existe el ajuste «{ $key }».
refusal-setting-text = Escriba como máximo { $most } caracteres.
refusal-setting-art = El dibujo puede tener como máximo { $columns } columnas y { $rows } filas de texto.
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
refusal-own-authenticator = Es su última aplicación de autenticación. Añada antes otra o pídaselo a otro administrador.
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
refusal-administrators-questions = «{ $name }» tiene un rol de administrador, y los administradores no pueden demostrar su identidad con preguntas de seguridad. Añada una aplicación de autenticación en su lugar.
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
help-console = La lista de la izquierda tiene las secciones: Arriba y Abajo eligen una, Intro entra en ella, Esc vuelve. Ctrl-RePág y Ctrl-AvPág cambian de sección desde cualquier lugar; también : y el principio de un nombre. Ctrl-S guarda, u deshace lo último guardado de la directiva, / filtra una lista. F2 cambia el idioma, F3 los colores. Ctrl-X cierra la sesión.
advice-no-help-desk = Indique cómo contactar con el servicio de asistencia: quien no pueda resolverlo aquí no sabrá a quién acudir.
advice-few-methods = Active al menos un método más de los que exige: de lo contrario, quien pierda uno se queda sin acceso.
advice-one-method = Exija dos métodos: con uno solo, basta con hacerse con un buzón o un teléfono para quedarse con la cuenta.
advice-questions-spare = Haga registrar más preguntas de las que se hacen: de lo contrario, una sola respuesta olvidada deja sin acceso.
advice-questions-alone = No acepte las preguntas como único método: las respuestas se pueden adivinar o averiguar.
advice-no-registration = Pida el registro al iniciar sesión: quien no tiene métodos no puede restablecer su contraseña.
advice-never-reconfirmed = Haga confirmar los métodos cada 180 días: los números y las direcciones cambian.
advice-users-untold = Avise a cada persona de su restablecimiento: de lo contrario, nadie nota el que haya hecho otra persona.
advice-administrators-untold = Avise a los administradores cuando se restablezca la contraseña de uno de ellos: una cuenta así es un objetivo valioso.
advice-no-human-check = Mantenga la verificación humana para los terminales remotos: sin ella, un programa puede probar nombres a distancia.
advice-explained = No diga por qué se rechaza una cuenta: eso revela a desconocidos qué cuentas existen.
advice-composition = Exija longitud en lugar de clases de caracteres: la gente las cumple de formas fáciles de adivinar.
advice-short-passwords = Exija al menos 12 caracteres: es la longitud lo que hace difícil adivinar una contraseña.
advice-expiry = No haga caducar las contraseñas: quien tiene que cambiarlas elige otras más débiles.
advice-many-proofs = Bloquee tras cinco comprobaciones fallidas: más intentos ayudan a quien adivina.
advice-short-block = Haga que el bloqueo dure 24 horas: un administrador puede levantarlo, y quien adivina tiene que esperar.
advice-many-sign-ins = Bloquee el inicio de sesión tras diez fallos: más intentos ayudan a quien adivina.
advice-short-lock = Haga que el primer bloqueo dure 60 segundos: uno más corto apenas frena a quien adivina.
advice-flooded = Envíe como máximo diez mensajes al día a un mismo destino: con más se podría inundar a alguien.
refusal-no-save = No existe el cambio guardado { $id }.
refusal-nothing-to-undo = No queda ningún cambio guardado de la directiva que deshacer.
refusal-undone-already = El cambio guardado { $id } ya está deshecho.

## People: finding, changing many, deleting

refusal-deleted = { $by } ya eliminó «{ $name }» ({ $at }). No queda nada por hacer.
refusal-not-among = «{ $name }» no está entre estas cuentas, así que ninguna va después.
refusal-bulk-count = { $found ->
    [one] Ahora coincide una cuenta y se confirmaron { $expected }. No se ha cambiado nada; vuelva a revisar la selección.
    [many] Ahora coinciden { $found } de cuentas y se confirmaron { $expected }. No se ha cambiado nada; vuelva a revisar la selección.
   *[other] Ahora coinciden { $found } cuentas y se confirmaron { $expected }. No se ha cambiado nada; vuelva a revisar la selección.
}

## Users and groups

people-yes = sí
people-no = no
people-at = { $at }
people-text = { $text }
people-keys-find = / buscar
people-keys-to-list = Intro a la lista
people-keys-to-filter = f filtro
people-keys-to-new = n nuevo
people-keys-to-bulk = b en bloque
people-keys-to-import = i importar
people-keys-to-export = e exportar
people-keys-members = a añadir  r quitar  d eliminar el grupo
people-keys-filter = Intro aplicar
people-keys-create = Ctrl-S crear
people-keys-go-on = Ctrl-S continuar
people-keys-stop = s detener
people-keys-sections = Izquierda/Derecha o 1–7 secciones
users-count =
    { $count ->
        [one] Una cuenta
        [many] { $count } de cuentas
       *[other] { $count } cuentas
    }
users-more =
    { $count ->
        [one] La primera cuenta; hay más
        [many] Las primeras { $count } cuentas; hay más
       *[other] Las primeras { $count } cuentas; hay más
    }
user-disabled = desactivada
user-blocked = bloqueada
user-locked = sesión bloq.
user-registered = registrada
user-unregistered = no registrada
people-column-user = Nombre de usuario
people-column-state = Estado
people-column-name = Nombre
people-column-roles = Roles
people-column-group = Grupo
people-column-type = Tipo
people-column-description = Descripción
people-column-member = Miembro
people-column-kind = Clase
people-role-global = Administrador global
people-role-authentication-policy = Administrador de directivas de autenticación
people-role-user = Administrador de usuarios
people-role-helpdesk = Servicio de asistencia
people-role-reports-reader = Lector de informes
licence-default = Licencia de la organización
licence-free = Gratuita
licence-basic = Basic
licence-apps-for-business = Apps for business
licence-business-standard = Business Standard
licence-business-premium = Business Premium
licence-p1 = P1
licence-p2 = P2
people-filter-title = Qué cuentas
people-filter-any = Ambas
people-filter-enabled = ¿Se puede usar?
people-filter-enabled-yes = Activada
people-filter-enabled-no = Desactivada
people-filter-registered = ¿Tiene métodos suficientes?
people-filter-registered-yes = Registrada
people-filter-registered-no = No registrada
people-filter-blocked = Solo las que tienen bloqueado el restablecimiento
people-filter-locked = Solo las que tienen bloqueado el inicio de sesión
people-filter-group = En este grupo o en uno anidado
people-filter-role = Rol
people-filter-role-any = Cualquier rol
people-filter-role-none = Ningún rol
people-filter-licence = Licencia
people-filter-source = Procede de: local o el nombre de un directorio
help-people-filter = Solo se muestran, cambian o exportan las cuentas que cumplen todo lo elegido aquí. La barra espaciadora y las flechas eligen, Intro lo aplica, Esc lo deja como estaba. Esc en la lista quita el filtro.
help-users = Tras /, escriba comienzos de palabras: un nombre, un nombre de usuario o una dirección encuentra cuentas mientras escribe, por muchas que haya. Intro abre una. f filtra, n crea un usuario, b cambia todas las de la lista, i y e leen o escriben un archivo. Lo que su rol no permite no se ofrece.
account-title = Cuenta { $name }
account-actions = Acciones
account-profile = Datos
account-eligibility = ¿Restablecer?
account-methods = Métodos
account-blocks = Bloqueos
account-journeys = Visitas
account-records = Auditoría
account-no-actions = Su rol no permite cambiar nada de esta cuenta.
account-can-reset = Esta cuenta puede restablecer su contraseña ahora.
account-cannot-reset = Esta cuenta no puede restablecer su contraseña ahora ({ $code }).
account-check-reason-unknown = la cuenta existe
account-check-reason-disabled = la cuenta está activada
account-check-reason-blocked = el restablecimiento no está bloqueado
account-check-reason-off = el restablecimiento está activado en la organización
account-check-reason-unlicensed = una licencia lo permite
account-check-reason-not-selected = está en un grupo seleccionado y en ninguno excluido
account-check-reason-no-method = la directiva permite uno de sus métodos
account-check-reason-too-few-methods = tiene tantos métodos utilizables como se exigen
account-check-reason-no-writeback = se puede escribir en su directorio
account-check-reason-directory-refused = su directorio deja escribir al agente
account-check-reason-no-agent = hay un agente de su directorio
account-gates =
    { $count ->
        [one] Hace falta una comprobación para restablecer. Están marcados los métodos que cuentan.
        [many] Hacen falta { $count } de comprobaciones distintas para restablecer. Están marcados los métodos que cuentan.
       *[other] Hacen falta { $count } comprobaciones distintas para restablecer. Están marcados los métodos que cuentan.
    }
account-since = registrado el { $at }
account-answers-since =
    { $count ->
        [one] una respuesta
        [many] { $count } de respuestas
       *[other] { $count } respuestas
    }, registradas el { $at }
account-provided = proporcionado por la organización
account-no-methods = No hay ningún método registrado ni proporcionado.
account-reset-blocked = Restablecimiento bloqueado hasta
account-sign-in-locked = Inicio de sesión bloqueado hasta
account-limits = Lo usado de cada límite:
account-used = { $used } de { $limit }
account-frees = el más antiguo cuenta hasta { $at }
account-counted-proof = Comprobaciones fallidas
account-counted-mail = Códigos por correo
account-counted-question = Intentos de preguntas
account-counted-second_factor = Segundos factores erróneos
account-counted-phone_check = Números escritos
account-counted-sms = SMS
account-counted-push = Solicitudes a la app
account-counted-call = Llamadas
account-counted-enrolment = Códigos erróneos al registrar
account-counted-caller = Códigos erróneos dichos a la asistencia
account-no-journeys = Nadie ha venido por esta cuenta en los últimos días.
account-purpose-reset = Restablecimiento
account-purpose-unlock = Desbloqueo
account-purpose-sign_in = Inicio de sesión
account-journey-open = en curso
account-journey-done = terminada
account-journey-ended = cerrada
account-journey-refused = rechazada
account-journey-expired = tardó demasiado
account-records-hidden = Su rol no permite leer el registro de auditoría.
help-account = Izquierda y Derecha, o los dígitos 1 a 7, eligen una sección: lo que se puede hacer, los datos, cada comprobación de si la cuenta puede restablecer y por qué no, sus métodos, lo que la bloquea, las visitas a quioscos y el registro de auditoría. En Acciones, Intro ejecuta lo elegido. Lo que su rol no permite no se ofrece; una consulta del servicio de asistencia queda registrada.
people-do-help = Verificar a quien llama y ayudar
people-do-temporary-password = Dar una contraseña temporal
people-do-temporary-password-text = «{ $name }» recibe una contraseña que deberá cambiar en el próximo inicio de sesión. La actual deja de valer y termina todo lo que abrió.
people-do-require-registration = Exigir un nuevo registro
people-do-require-registration-text = «{ $name }» deberá registrar de nuevo sus métodos en el próximo inicio de sesión. Una sesión abierta termina y se avisa a la persona.
people-done-required = «{ $name }» debe registrarse de nuevo.
bulk-register = Exigir un nuevo registro
people-do-release = Levantar el bloqueo del restablecimiento
people-do-unlock = Desbloquear el inicio de sesión
people-do-edit = Cambiar nombres y datos de contacto
people-do-licence = Cambiar la licencia
people-do-roles = Cambiar los roles
people-do-enable = Activar
people-do-disable = Desactivar
people-do-disable-text = «{ $name }» no podrá iniciar sesión ni restablecer hasta que se active de nuevo. Lo que esté en curso termina.
people-do-delete = Eliminar la cuenta
people-do-delete-text = «{ $name }» se elimina con su contraseña y sus métodos. No se puede deshacer; lo registrado sobre ella permanece.
people-done-released = «{ $name }» puede restablecer su contraseña de nuevo.
people-done-unlocked = El inicio de sesión de «{ $name }» está desbloqueado.
people-done-enabled = «{ $name }» está activada.
people-done-disabled = «{ $name }» está desactivada.
people-done-deleted = «{ $name }» se ha eliminado.
people-done-edited = «{ $name }» se ha cambiado.
people-done-group-added = El grupo «{ $name }» se ha creado.
people-done-added = «{ $name }» es miembro ahora.
people-done-removed = «{ $name }» ya no es miembro.
people-once-temporary = La contraseña temporal de «{ $name }»:
people-once-new = «{ $name }» puede iniciar sesión con esta contraseña y deberá cambiarla entonces:
people-once-only = Solo se muestra aquí y ahora. Entréguela de forma que nadie más pueda leerla.
help-people-once = Este secreto se muestra una vez y no se guarda así en ningún sitio. Intro o Esc deja la página y entonces desaparece.
account-edit-profile = Cambiar { $name }
account-edit-licence = Licencia de { $name }
account-edit-roles = Roles de { $name }
help-people-edit = Ctrl-S guarda los cambios, todos o ninguno. Un campo vaciado vacía el valor. Bajo un campo cambiado está lo que había antes. Esc pregunta antes de descartar lo escrito.
person-upn = Nombre de usuario
person-upn-note = Como mias@contoso.example. Con él se inicia sesión.
person-name = Nombre
person-given = Nombre de pila
person-surname = Apellidos
person-email = Correo electrónico
person-alternate = Correo alternativo
person-alternate-note = Fuera de la organización, donde pueda leerlo quien no puede entrar.
person-mobile = Teléfono móvil
person-office = Teléfono de la oficina
person-phone-note = En formato internacional, como +44 20 7946 0000.
person-language = Idioma de los mensajes
person-language-any = El de la organización
person-licence = Licencia
person-roles = Roles
person-groups = Grupos
person-source = Procede de
person-enabled = Activada
person-must-change = Debe cambiar la contraseña
person-registered = Tiene métodos suficientes
person-last-reset = Último restablecimiento
person-type = Tipo de grupo
person-group-name = Nombre del grupo
person-description = Descripción del grupo
person-members = Miembros
person-members-note = Uno por línea: un nombre de usuario o el nombre de otro grupo.
person-member = Nombre de usuario o de otro grupo
person-file = Nombre del archivo
person-file-note = El nombre de un CSV, como users.csv, en la carpeta donde se inició la consola.
new-user-title = Nuevo usuario
new-user-done = Primera contraseña del nuevo usuario
help-new-user = Solo hace falta el nombre de usuario. Ctrl-S crea el usuario; la primera contraseña se genera aquí, se muestra una vez y debe cambiarse en el primer inicio de sesión. La barra espaciadora elige grupos y roles. Los datos de contacto dados aquí cuentan como métodos sin registro.
groups-count =
    { $count ->
        [one] Un grupo
        [many] { $count } de grupos
       *[other] { $count } grupos
    }
group-security = Seguridad
group-microsoft365 = Microsoft 365
help-groups = Los grupos, por nombre. / busca uno mientras escribe, Intro lo abre, n crea uno nuevo.
new-group-title = Nuevo grupo
help-new-group = Elija el tipo, dé un nombre al grupo y diga para qué sirve. Un miembro por línea. Ctrl-S lo crea. Un grupo puede ser miembro de otro, pero nunca contenerse a sí mismo.
group-title = Grupo { $name }
group-members =
    { $count ->
        [one] Un miembro
        [many] { $count } de miembros
       *[other] { $count } miembros
    }
group-members-more =
    { $count ->
        [one] El primer miembro; hay más
        [many] Los primeros { $count } miembros; hay más
       *[other] Los primeros { $count } miembros; hay más
    }
member-group = grupo
member-account = usuario
group-add-title = Añadir un miembro a { $group }
help-people-ask = Escriba el nombre y pulse Intro. Esc vuelve sin hacer nada.
group-remove = Quitar un miembro
group-remove-text = «{ $name }» se quita de «{ $group }».
group-delete = Eliminar el grupo
group-delete-text = «{ $name }» se elimina. Sus miembros permanecen. No se puede deshacer.
help-group = Los miembros: primero grupos, luego usuarios. a añade uno, r quita el elegido, d elimina el grupo tras escribir su nombre, Intro abre un miembro. Los miembros de grupos anidados cuentan donde cuente el grupo.
bulk-title = Una acción para muchas cuentas
bulk-count =
    { $count ->
        [one] Se trata de una cuenta:
        [many] Se trata de { $count } de cuentas:
       *[other] Se trata de { $count } cuentas:
    }
bulk-counting = Contando …
bulk-everybody = todas
bulk-action = Qué se hace
bulk-enable = Activarlas
bulk-disable = Desactivarlas
bulk-licence = Darles la licencia de abajo
bulk-group = Ponerlas en el grupo de abajo
bulk-release = Levantar el bloqueo del restablecimiento
bulk-new-licence = Licencia
bulk-into = Grupo
bulk-into-missing = Indique el grupo.
bulk-nobody = No se trata de ninguna cuenta, o aún no se han contado.
bulk-confirm =
    { $count ->
        [one] Afecta a una cuenta. Cada cambio queda registrado.
        [many] Afecta a { $count } de cuentas. Cada cambio queda registrado.
       *[other] Afecta a { $count } cuentas. Cada cambio queda registrado.
    }
bulk-done = Hecho: { $changed } cambiadas, { $same } como antes, { $refused } rechazadas.
bulk-left =
    { $count ->
        [one] Detenido; no se llegó a una cuenta.
        [many] Detenido; no se llegó a { $count } de cuentas.
       *[other] Detenido; no se llegó a { $count } cuentas.
    }
help-bulk = Elija qué se hace con todas las cuentas del filtro de la lista. Ctrl-S muestra cuántas son, y ese número debe escribirse. Mientras se ejecuta, s lo detiene tras el lote actual; lo hecho queda hecho. Cada cuenta rechazada se indica con el motivo.
people-job-through =
    { $count ->
        [one] Una procesada.
        [many] { $count } procesadas.
       *[other] { $count } procesadas.
    }
people-job-through-of = { $count } de { $all } procesadas.
people-job-wrong =
    { $count ->
        [one] Una falló:
        [many] { $count } fallaron:
       *[other] { $count } fallaron:
    }
people-job-stopping = Se detiene tras el lote actual.
people-import-title = Importar usuarios
people-import-skip = Omitir las filas erróneas en vez de no importar nada
people-import-skip-note = Cada fila errónea se indica con su número.
people-import-done = Hecho: { $added } añadidas, { $changed } cambiadas, { $same } como antes, { $bad } omitidas.
people-import-stopped = Detenido. De un archivo que se importa entero o nada, no se importó nada.
help-people-import = El archivo es un CSV con una cabecera de las palabras upn, name, given, surname, email, alternate-email, mobile, office, licence, role, language, must-change. Se importan todas las filas o ninguna, salvo que se omitan las erróneas. s lo detiene.
people-export-title = Exportar usuarios
people-export-done =
    { $count ->
        [one] Hay una cuenta en el archivo.
        [many] Hay { $count } de cuentas en el archivo.
       *[other] Hay { $count } cuentas en el archivo.
    }
people-export-exists = Ya existe ese archivo. Elija otro nombre; no se sobrescribe nada.
people-export-failed = El archivo no se puede crear aquí. Compruebe que se puede escribir en la carpeta.
help-people-export = Las cuentas del filtro de la lista se escriben en un CSV nuevo, que se puede volver a importar. Solo el usuario de la consola puede leerlo. La exportación queda registrada.

## Help desk: why something was not done

refusal-pass-minutes = Un pase de acceso temporal es válido de { $least } a { $most } minutos.
refusal-administrators-pass = «{ $name }» es una cuenta de administrador, que nunca tiene un pase de acceso temporal. Un administrador global puede añadirle una aplicación de autenticación.
refusal-disabled = «{ $name }» está desactivada. Active primero la cuenta.
refusal-not-verified = No ha verificado al titular de «{ $name }» en los últimos 15 minutos. Verifique primero a quien llama.
refusal-no-pass = «{ $name }» no tiene ningún pase de acceso temporal que siga siendo válido.
refusal-malformed-reference = Una referencia tiene 8 letras y dígitos. Pida a quien llama que la lea otra vez.
refusal-no-reference = No hay nada registrado con { $reference }. Pida a quien llama que lea la referencia otra vez.

## The help desk: from a reference to the reason, verifying a caller, what may be done for them

keys-helpdesk = h asistencia
keys-look-up = Intro buscar
keys-open-caller = Intro ayudar a esta cuenta
keys-scroll = RePág/AvPág desplazar
keys-do = Intro ejecutar
keys-check = Intro comprobar
keys-give = Intro emitir
helpdesk-title = Servicio de asistencia
helpdesk-intro = ¿Quién llama? Escriba la referencia que la persona lee en la pantalla o el identificador que indica.
helpdesk-reference = Referencia
helpdesk-reference-note = 8 letras y dígitos. No importan las mayúsculas, los espacios ni los guiones.
helpdesk-user = Identificador de usuario
helpdesk-user-note = Un nombre de usuario, la parte anterior a la @ o una dirección registrada.
help-helpdesk = Escriba la referencia que la persona lee en la pantalla y pulse Intro: verá por qué se rechazó, qué ayuda ahora y qué ocurrió. O escriba el identificador que indica para ver la cuenta y verificar a quien llama. Cada consulta queda registrada.
desk-found-title = Referencia { $reference }
desk-account = Cuenta
desk-nobody = no se indicó a nadie
desk-terminal = Terminal
desk-nowhere = no registrado
desk-refusal = Motivo
desk-no-refusal = nada falló
desk-what-helps = Qué ayuda ahora
desk-not-yours = (Su rol no lo permite.)
desk-checks = Comprobaciones en su estado actual
desk-happened = Qué ocurrió
desk-record = { $at }: { $what }
help-found = Arriba está el motivo y después qué ayuda ahora. Las comprobaciones son las de este momento, no las de entonces. Intro abre la cuenta, donde verifica a quien llama y le ayuda.
desk-caller-title = Ayuda para { $name }
desk-name = Nombre
desk-enabled = Se puede usar
desk-blocked = Restablecimiento bloqueado
desk-locked = Inicio de sesión bloqueado
desk-verified = Verificado por usted
desk-pass = Pase de acceso
desk-until = hasta { $at }
desk-act-mail = Verificar: enviar un código a { $address }
desk-act-text = Verificar: enviar un código por SMS a { $address }
desk-act-app = Verificar: pedir el código de la aplicación de autenticación
desk-act-tell = Escribir el código que dice quien llama
desk-act-pass = Emitir un pase de acceso temporal
desk-act-withdraw = Retirar el pase de acceso temporal
desk-act-release = Levantar el bloqueo del restablecimiento
desk-act-unlock = Desbloquear el inicio de sesión
desk-act-password = Dar una contraseña temporal
desk-act-register = Exigir un nuevo registro
desk-verify-first = Verifique a quien llama antes de hacer nada por esa persona. Solo entonces se puede emitir un pase de acceso temporal.
desk-not-held = La cuenta ya no tiene adónde enviarlo. Elija otra forma.
desk-not-now = Ahora no se puede enviar nada más allí, o se han dicho demasiados códigos incorrectos. Elija otra forma o espere.
help-caller = Elija con Arriba y Abajo y pulse Intro. Para verificar a quien llama, haga que se envíe un código a lo que tiene la cuenta, o pida el código de la aplicación de autenticación; la persona lo dice y usted lo escribe. Después dispone de 15 minutos. Quien ha perdido el teléfono recibe un pase de acceso temporal: con la contraseña permite iniciar sesión una vez y registrar otro.
desk-confirm-withdraw = ¿Retirar el pase de acceso temporal de { $name }?
desk-confirm-password = ¿Dar a { $name } una contraseña temporal?
desk-confirm-password-text = La contraseña actual deja de funcionar. La nueva se debe cambiar al iniciar sesión.
desk-confirm-register = ¿Hacer que { $name } registre de nuevo sus métodos?
desk-confirm-register-text = Lo registrado se conserva, pero se necesita más información en el próximo inicio de sesión. Se avisa a la persona por correo.
desk-done-withdraw = El pase está retirado.
desk-done-release = La contraseña de la cuenta se puede restablecer de nuevo.
desk-done-unlock = El inicio de sesión está desbloqueado.
desk-done-register = En el próximo inicio de sesión se necesita más información.
desk-tell-title = Verificar a quien llama
desk-tell-sent = Se está enviando un código a { $address }. Pida a quien llama que lo diga y escríbalo aquí. Es válido hasta { $at }.
desk-tell-app = Pida a quien llama el código que muestra ahora su aplicación de autenticación y escríbalo aquí, hasta { $at }.
desk-code = El código que dice quien llama
desk-code-malformed = Un código tiene { $digits } dígitos. Pida que lo repitan.
desk-code-wrong =
    { $left ->
        [one] Ese no es el código. Queda { $left } intento.
        [many] Ese no es el código. Quedan { $left } de intentos.
       *[other] Ese no es el código. Quedan { $left } intentos.
    }
desk-code-used-up = Ese no era el código y no quedan intentos. Empiece de nuevo.
desk-code-late = Ese código ya no es válido. Empiece de nuevo.
desk-verified-until = La persona que llama está verificada hasta { $at }.
help-tell = Escriba lo que dice quien llama y pulse Intro. No diga nunca el código usted: quien tiene el buzón o el teléfono lo conoce. Esc vuelve atrás; el código sigue siendo válido.
desk-give-title = Pase de acceso temporal
desk-give-text = { $name } puede usarlo una vez: con la contraseña para iniciar sesión y para registrar otro método. Nunca restablece una contraseña.
desk-minutes = Validez en minutos
desk-minutes-note = De { $least } a { $most }.
help-give = Indique durante cuántos minutos es válido el pase y pulse Intro. Se muestra una sola vez. Se avisa al titular por correo de que se ha emitido un pase.
desk-shown-pass = Diga este pase a quien llama. Es válido una vez, hasta { $at }.
remedy-find-account = Pida de nuevo el identificador: no existe esa cuenta.
remedy-enable = Si la cuenta se desactivó por error, actívela.
remedy-release = Verifique a quien llama y después levante el bloqueo del restablecimiento.
remedy-unlock = Verifique a quien llama y después desbloquee el inicio de sesión.
remedy-switch-on = El restablecimiento está desactivado para todos. Actívelo en la directiva.
remedy-license = Dé a la cuenta una licencia que permita el restablecimiento.
remedy-select = Incluya la cuenta en un grupo seleccionado o sáquela de uno excluido.
remedy-register = Verifique a quien llama y emita un pase de acceso temporal: con él inicia sesión y registra sus métodos.
remedy-set-up-writeback = Active la escritura diferida o configure un conector para el dominio de la cuenta.
remedy-mend-directory = El directorio rechazó al agente. Pruebe el conector.
remedy-start-agent = No hay ningún agente para el directorio. Inicie uno.
remedy-wait = Hubo demasiados intentos en ese terminal. Espere o use otro; solo termina con el tiempo.
remedy-start-again = Ahora nada lo impide. La persona puede empezar de nuevo.
new-file-name = Escriba un nombre sencillo con la extensión indicada: letras, cifras, espacios, guiones, 100 bytes como máximo, sin carpeta.
new-file-exists = Ya existe un archivo con ese nombre. Elija otro: no se sobrescribe ningún archivo.
new-file-failed = No se pudo escribir el archivo. Compruebe la carpeta y el espacio disponible.
audit-number = Número
audit-time = Hora (UTC)
audit-activity = Actividad
audit-outcome = Resultado
audit-reason = Motivo
audit-account = Cuenta
audit-actor = Realizado por
audit-terminal = Terminal
audit-journey = Visita
audit-method = Método
audit-reference = Referencia
audit-detail = Detalle
audit-hash = Hash
audit-since = Desde (UTC)
audit-until = Antes de (UTC)
audit-any = Cualquiera
audit-all = Todos los registros
audit-none = Ningún registro coincide. Pulse / para buscar otros.
audit-following = En directo
audit-not-following = En pausa
audit-keys-open = Intro registro
audit-keys-follow = f seguir
audit-keys-unfollow = f detener
audit-keys-export = e exportar
audit-keys-verify = v verificar
audit-keys-apply = Ctrl-S aplicar
audit-keys-clear = Ctrl-U todos
audit-keys-same-reference = r misma referencia
audit-keys-same-account = a misma cuenta
audit-keys-write = Intro escribir archivo
audit-keys-check = Intro comprobar
audit-filter-title = Qué registros
audit-account-note = Un nombre principal de usuario, un nombre de inicio de sesión o una dirección registrada.
audit-activity-note = Una palabra como password_reset; basta una parte si solo una coincide.
audit-reference-note = Lo que la persona lee en la pantalla.
audit-moment-note = Como 2026-05-01 o 2026-05-01 12:00, en UTC.
audit-no-activity = No existe esa actividad.
audit-no-moment = Escriba una fecha como 2026-05-01, o con la hora como 2026-05-01 12:00.
audit-file = Archivo
audit-file-note = Un nombre nuevo que termine en .jsonl o .csv; el archivo se crea en la carpeta donde se inició la consola, solo para su propietario.
audit-export-title = Escribir registros en un archivo
audit-head = Cabecera guardada en otro lugar
audit-head-note = Número y hash del último registro, tal como los guardó; con ellos se nota también si falta el final. Puede dejarse vacío.
audit-no-head = Eso no es una cabecera. Escriba un número, un espacio y un hash.
audit-verify-title = Comprobar el registro
audit-verify-what = El hash de cada registro cubre el anterior. La comprobación los calcula todos de nuevo y nombra el primer registro que falta o se modificó.
outcome-success = Correcto
outcome-failure = Error
help-audit = El registro de auditoría, de lo más reciente a lo más antiguo. Intro muestra un registro completo. / busca registros por cuenta, actividad, resultado, terminal, referencia y hora, todo a la vez. Mientras la lista está en directo, los registros nuevos aparecen arriba; f lo detiene y lo reanuda. e escribe lo buscado en un archivo, v comprueba que no falte ni se haya modificado ningún registro.
help-audit-filter = Todo lo que se rellena debe coincidir; lo que queda vacío no se pregunta. Las horas son en UTC. Ctrl-S lo aplica, Ctrl-U muestra de nuevo todos los registros, Esc lo deja como estaba.
help-audit-record = Un registro tal como se escribió. Su hash cubre todo su contenido y el hash del registro anterior. r busca todos los registros con la misma referencia, a los de la misma cuenta.
help-audit-export = Los registros buscados se escriben en un archivo nuevo, como JSON Lines o CSV según la extensión. Queda registrado y exige una prueba reciente de su identidad.
help-audit-verify = La comprobación lee cada registro una vez. Guarde en otro lugar la cabecera que indica: así una comprobación posterior ve si se cortó el final del registro.
usage-day = 24 h
usage-week = 7 días
usage-month = 30 días
usage-now = Ahora
usage-accounts = Cuentas
usage-all = Todas
usage-enabled = Restablecimiento activado
usage-registered = Registradas
usage-capable = Pueden restablecer ahora
usage-help-desk = Servicio de asistencia
usage-calls-avoided = Llamadas evitadas
usage-resets = Restablecidos con
usage-not-reset = No restablecidos
usage-why-cancelled = Cancelado
usage-why-idle = Dejado sin atender
usage-why-too-late = Tiempo agotado
usage-abandoned = Abandonos en
usage-registrations = Registros de métodos
usage-nothing = Nada todavía.
usage-verification-step-1 = Paso de verificación 1
usage-verification-step-2 = Paso de verificación 2
usage-new-password = Contraseña nueva
usage-keys-period = Izq./Der. período
usage-keys-csv = c archivo CSV
usage-file-note = Un nombre nuevo que termine en .csv; el archivo se crea en la carpeta donde se inició la consola, solo para su propietario.
usage-csv-title = Escribir las cifras en un archivo
help-usage = El uso en cifras. Izquierda y Derecha eligen el período de las barras; las cifras de los tres períodos figuran al lado. Cada restablecimiento correcto cuenta como una llamada evitada. El punto de abandono se deduce de los métodos superados. c lo escribe todo en un archivo CSV. Cada cifra puede calcularse de nuevo a partir de una exportación del registro de auditoría y de los usuarios.
help-usage-csv = Las cifras de los tres períodos se escriben en un archivo CSV nuevo.
audit-activities = Coinciden varias: { $words }.
audit-record = Registro { $number }
audit-export-what = Se escribe: { $asked }.
audit-keep-head = Guarde esta cabecera en otro lugar: { $head }
audit-broken = El registro { $number } falta o se modificó. Compárelo con una exportación o una copia de seguridad.
usage-written = Las cifras están en { $file }.
audit-exported =
    { $count ->
        [one] Hay un registro en { $file }.
        [many] Hay { $count } de registros en { $file }.
       *[other] Hay { $count } registros en { $file }.
    }
audit-export-far =
    { $count ->
        [one] Se ha escrito un registro hasta ahora.
        [many] Se han escrito { $count } de registros hasta ahora.
       *[other] Se han escrito { $count } registros hasta ahora.
    }
audit-verify-far = { $count } de { $all } comprobados
audit-whole =
    { $count ->
        [one] El único registro está tal como se escribió.
        [many] Los { $count } de registros están tal como se escribieron.
       *[other] Los { $count } registros están tal como se escribieron.
    }
activity-store-created = Almacén creado
activity-reset-started = Restablecimiento iniciado
activity-code-sent = Código enviado
activity-gate-tried = Método intentado
activity-account-blocked = Restablecimiento bloqueado
activity-password-reset = Contraseña restablecida
activity-reset-abandoned = Restablecimiento abandonado
activity-sign-in = Inicio de sesión
activity-account-added = Cuenta añadida
activity-account-edited = Cuenta modificada
activity-account-enabled = Cuenta activada
activity-account-disabled = Cuenta desactivada
activity-temporary-password = Contraseña temporal asignada
activity-password-given = Contraseña asignada
activity-block-released = Bloqueo levantado
activity-licence-changed = Licencia modificada
activity-roles-changed = Roles modificados
activity-method-added = Método añadido
activity-method-deleted = Método eliminado
activity-group-added = Grupo añadido
activity-group-deleted = Grupo eliminado
activity-member-added = Miembro añadido
activity-member-removed = Miembro quitado
activity-policy-changed = Directiva modificada
activity-delivery-failed = Mensaje no entregado
activity-outbox-retried = Mensaje reintentado
activity-human-check = Verificación humana fallida
activity-account-unlocked = Inicio de sesión desbloqueado
activity-alert-raised = Alerta emitida
activity-account-deleted = Cuenta eliminada
activity-accounts-imported = Cuentas importadas
activity-accounts-exported = Cuentas exportadas
activity-store-backed-up = Copia del almacén creada
activity-store-restored = Almacén restaurado
activity-store-rekeyed = Clave del almacén renovada
activity-password-changed = Contraseña cambiada
activity-method-changed = Método modificado
activity-methods-confirmed = Métodos confirmados
activity-preferred-method = Método preferido elegido
activity-request-sent = Solicitud o llamada enviada
activity-request-answered = Solicitud o llamada respondida
activity-identity-proved = Identidad demostrada
activity-sign-in-ended = Sesión cerrada
activity-registration-required = Nuevo registro exigido
activity-audit-exported = Registro de auditoría exportado
activity-account-viewed = Cuenta consultada
activity-reference-viewed = Referencia consultada
activity-caller-asked = Comprobación pedida a quien llama
activity-caller-verified = Identidad de quien llama comprobada
activity-access-pass-given = Pase de acceso temporal asignado
activity-access-pass-withdrawn = Pase de acceso temporal retirado
activity-console-opened = Consola abierta
activity-policy-confirmed = Ajustes confirmados
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
keys-review = Ctrl-S revisar y guardar
keys-save = Ctrl-S guardar
keys-read = Arriba/Abajo leer
keys-undo = u deshacer lo último guardado
keys-put-back = Ctrl-S restaurar
keys-accept = Ctrl-S aceptar
keys-new-line = Intro línea nueva
keys-choose-found = Intro elegir
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
conflict-text = Todavía no se ha guardado nada. Otra persona ha cambiado lo siguiente desde que usted abrió el formulario. Elija en cada caso si se conserva su valor o si lo sustituye el de usted.
conflict-theirs = El otro valor: { $value } (de { $by }, { $at })
conflict-theirs-unknown = El otro valor: { $value }
conflict-yours = Su valor: { $value }
conflict-theirs-taken = Los otros valores se conservan; los de usted se descartan.
undo-title = Deshacer lo último guardado
undo-save = Guardado por { $by }, { $at }.
undo-changed-since = No se puede deshacer, porque se ha vuelto a cambiar desde entonces:
undo-done = Deshecho: vuelve a estar en vigor lo que había antes.
list-label = Una entrada por línea
list-count = { $count } de { $most }
groups-filter = Filtro
groups-none = No existe ese grupo.
connectors = Directorios
connectors-none = Sin configurar: la configuración de este host no nombra ningún directorio. Las cuentas son locales.
connectors-one = { $name }: cuentas de { $domains }
connectors-later = Están configurados, pero esta versión todavía no llega a los directorios.
administrators-text = Esto rige para toda cuenta con un rol de administrador, digan lo que digan las otras secciones. Es fijo y no se puede cambiar.
administrators-who = Para quién
administrators-who-value = Cuentas con algún rol de administrador
administrators-on = Restablecimiento activado
administrators-on-value = Siempre, para todas ellas
administrators-never = Nunca se usan
administrators-still = Lo demás que impide restablecer también rige para los administradores: una cuenta desactivada, un bloqueo tras demasiadas comprobaciones fallidas, una licencia que no lo permite.
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

### Un logotipo a partir de una imagen

refusal-picture-none = Aquí no hay ninguna imagen PNG que se pueda leer. Indique la ruta de una imagen de este host.
refusal-picture-long = La imagen ocupa más de { $kib } KiB. Guárdela con un tamaño menor.
refusal-picture-large = La imagen tiene { $wide } × { $high } puntos. Se admiten como máximo { $most } × { $most }.
refusal-picture-damaged = La imagen está dañada o incompleta. Guárdela de nuevo.
refusal-picture-blank = Nada en la imagen destaca sobre el fondo. Elija una con más contraste.

### Personalización: lo que los visitantes ven de la organización

custom-text = Texto de la pantalla de inicio: { $language }
custom-picture = Logotipo a partir de una imagen
    .advice = La ruta de un archivo PNG de este host. Intro lo dibuja arriba como logotipo.
custom-keys-picture = Intro leer la imagen
custom-keys-preview = Ctrl-R vista previa
custom-keys-scroll = Flechas desplazar
custom-keys-language = l idioma
custom-keys-look = c colores, g signos
custom-picture-taken = La imagen está dibujada como logotipo. Aún no se ha guardado.
custom-preview-default = Vista previa: { $language }
custom-preview-high = Vista previa: { $language }, alto contraste
custom-preview-mono = Vista previa: { $language }, sin colores
setting-branding-accent-blue = Azul
setting-branding-accent-cyan = Cian
setting-branding-accent-green = Verde
setting-branding-accent-magenta = Magenta
setting-branding-accent-red = Rojo
setting-branding-accent-yellow = Amarillo
help-customization = Lo que escribe aquí se ve enseguida en la vista previa: la pantalla de inicio del quiosco tal como la verán los visitantes, hasta donde alcance el espacio; para el servicio de asistencia, es la pantalla que aparece cuando se rechaza a alguien. Ctrl-R lleva a la vista previa y vuelve: allí las flechas desplazan, l cambia el idioma, c los colores y g la muestra como un terminal que solo tiene ASCII. Un logotipo es un texto de 60 columnas y 6 filas como máximo; un archivo PNG de este host se dibuja así. Hay un texto para cada idioma; un idioma sin texto no muestra ninguno. Ctrl-S muestra el efecto de sus cambios y los guarda allí; u deshace lo último guardado.

# La propia consola

refusal-signed-out = Su sesión ha terminado: duró demasiado, o se cambiaron su contraseña o sus roles. Inicie sesión de nuevo.
refusal-read-only = Esta consola es de solo lectura. Ábrala sin esa opción para cambiar algo.

# Un segundo factor que se pide de nuevo, y una consola bloqueada o terminada

console-proof = Demuestre que es usted
console-proof-text = Para esto hace falta su segundo factor, ahora. Lo que ha escrito se conserva.
console-not-proved = No se ha hecho nada, porque no se dio el segundo factor.
console-no-proof = Ahora no se puede pedir su segundo factor, así que no se ha hecho nada. Inténtelo de nuevo dentro de unos minutos.
console-locked = La consola está bloqueada
console-locked-text = Hacía un rato que no había nadie. Pulse una tecla y dé su segundo factor para seguir donde estaba.
console-over = Ha cerrado la sesión
# $reference (text): leads to the record in the log
console-fault = Se ha producido un error en el programa. No se ha perdido nada de lo guardado; quizá tenga que volver a abrir lo último que abrió. Referencia: { $reference }

# Información general

keys-outbox = o bandeja de salida
keys-count-again = r contar de nuevo
help-overview = El estado de las cosas de un vistazo: para quién está activado el restablecimiento, a cuántas cuentas se aplica, cuántas tienen métodos suficientes y cuántas podrían restablecerse ahora; si los mensajes salen y hay agentes trabajando; las alertas del último día. Lo que alguien debería mirar va primero. o muestra los mensajes que no han salido, r cuenta las cuentas de nuevo. h abre la asistencia, donde se busca una referencia o a quien llama.
overview-reset = Restablecimiento
overview-reset-off = desactivado, salvo para administradores
# $groups (text): the names of the selected groups, separated by commas
overview-reset-selected = para los grupos seleccionados: { $groups }
overview-reset-all = para todos
overview-people = Cuentas
overview-enabled = Con restablecimiento
overview-registered = Con métodos suficientes
overview-capable = Pueden restablecer ahora
# $count (number): how many accounts
overview-count = { $count }
# $count (number): how many accounts were counted so far
overview-count-so-far = { $count } hasta ahora …
overview-outbox = Bandeja de salida
# $waiting (number): messages that wait; $refused (number): messages that failed and can be tried again
overview-waiting = { $waiting } en espera, { $refused } con error
overview-agents = Agentes
# $host (text): the agent's host; $seen (moment): when it was last heard from
overview-agent = { $host }, última señal { $seen }
overview-no-agent = ninguno ha trabajado nunca
overview-alerts = Alertas, último día
overview-no-alert = ninguna
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-names = { $at }: se nombraron muchas cuentas distintas en { $place }
# $place (text): the terminal; $at (moment): when
overview-alert-terminal-failures = { $at }: fallaron muchas comprobaciones en { $place }
# $place (text): unused; $at (moment): when
overview-alert-store-failures = { $at }: fallaron muchas comprobaciones, en todos los terminales
# $place (text): unused; $at (moment): when
overview-alert-sms-budget = { $at }: se agotaron los SMS del día
# $place (text): unused; $at (moment): when
overview-alert-call-budget = { $at }: se agotaron las llamadas del día
overview-finding-methods = La directiva pide más métodos de los que activa, así que nadie puede restablecer su contraseña. Vea Métodos de autenticación.
overview-finding-agent = Ningún agente ha dado señales en cinco minutos, así que los mensajes esperan. Un quiosco o un agente en marcha los entrega.
# $seconds (number): by how many seconds
overview-finding-clock = El reloj de este host va { $seconds } s por detrás de lo que ha registrado el almacén: los límites terminan más tarde y los códigos de autenticación pueden fallar. Póngalo en hora con un servidor de tiempo.
# $count (number): how many messages
overview-finding-late =
    { $count ->
        [one] Un mensaje espera desde hace más de diez minutos. Vea la bandeja de salida.
        [many] { $count } de mensajes esperan desde hace más de diez minutos. Vea la bandeja de salida.
       *[other] { $count } mensajes esperan desde hace más de diez minutos. Vea la bandeja de salida.
    }
overview-finding-nobody = El restablecimiento está activado y ninguna cuenta podría restablecer su contraseña ahora. La página de un usuario dice por qué.
overview-finding-one-gate = Un método basta para restablecer. Dos protegen una cuenta cuando uno cae en malas manos.

# Los envíos

keys-retry = Intro reintentar
help-outbox = Los mensajes que esperan para salir y los que fallaron y se pueden reintentar, los más recientes primero. Debajo está lo último que falló en el elegido. Intro o r lo reintenta enseguida.
outbox-title = Bandeja de salida
outbox-empty = Nada espera, y nada de lo que falló se puede reintentar.
outbox-id = N.º
outbox-state = Estado
outbox-waiting = en espera
outbox-failed = con error
outbox-kind = Qué
outbox-kind-code = código
outbox-kind-request = solicitud
outbox-kind-call = llamada
outbox-kind-alert = alerta
outbox-kind-notice = aviso
outbox-channel = Por
outbox-channel-mail = correo
outbox-channel-sms = SMS
outbox-channel-voice = teléfono
outbox-channel-push = aplicación
outbox-tried = Veces
outbox-created = Desde
# $at (moment): when it was put there
outbox-moment = { $at }
# $error (text): what went wrong, in English
outbox-error = Lo último que falló: { $error }
# $id (text): the message's number
outbox-retried = El mensaje { $id } se reintenta ahora.
