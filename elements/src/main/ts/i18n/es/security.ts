import type { Translation } from '../messages.js';
import type { security as en } from '../en/security.js';

export const security: Translation<typeof en> = {
  'security.title': 'Inicio de sesión único (SSO)',
  'security.overview': 'Resumen',
  'stage.nothing': 'Sin configurar',
  'stage.in-progress': 'En curso',
  'stage.ready': 'Listo, sin activar',
  'stage.active': 'Activo',
  'stage.active-with-draft': 'Activo, con un borrador',
  'stage.deactivated': 'Desactivado',
  'closed.switched-off': 'El SSO no se ofrece aquí',
  'closed.switched-off.text':
    'La plataforma no ha permitido que esta organización lo configure. Pida a su soporte que lo active. Los inicios de sesión no se ven afectados.',
  'closed.no-permission': 'No puede configurar el SSO',
  'closed.no-permission.text':
    'Aquí una organización conecta su propio proveedor de identidad. Pueden hacerlo los administradores de su organización o darle un rol con el permiso «org:sys_entconns:manage».',
  'flow.steps': 'Pasos de la configuración',
  'flow.domains': 'Dominios',
  'flow.connection': 'Conexión',
  'flow.test': 'Prueba',
  'flow.activate': 'Activar',
  'flow.done': 'hecho',
  'flow.domains.detail': '{count} de {all} verificados',
  'flow.test.passed': 'superada',
  'flow.active': 'activo',
  'overview.welcome': 'Permita que su equipo inicie sesión con su propio proveedor de identidad',
  'overview.welcome.text':
    'Una sola cuenta para todo: quien deja su empresa también pierde el acceso aquí, y se aplican sus propias reglas de contraseñas y segundos factores.',
  'overview.need.dns': 'Acceso a su DNS',
  'overview.need.dns.text': 'Para publicar un registro TXT por cada dominio de correo.',
  'overview.need.idp': 'La consola de su proveedor de identidad',
  'overview.need.idp.text': 'Como administrador de Okta, Microsoft Entra, Google Workspace u otro.',
  'overview.need.time': 'Unos diez minutos',
  'overview.need.time.text':
    'Puede parar en cualquier momento; todo se conserva y un colega puede continuar.',
  'overview.start': 'Empezar',
  'overview.safe': 'Ningún inicio de sesión cambia hasta que lo active.',
  'overview.draft': 'Hay un borrador junto a lo que está activo',
  'overview.draft.tested': 'Se ha probado. Nadie nota nada hasta que lo active.',
  'overview.draft.untested': 'Aún no se ha probado. Nadie nota nada hasta que lo active.',
  'overview.test': 'Probar el borrador',
  'overview.activate': 'Activar…',
  'overview.activateAgain': 'Activar de nuevo…',
  'overview.edit': 'Editar como borrador',
  'overview.deactivated': 'El SSO está desactivado. Se inicia sesión como antes.',
  'overview.domains': 'Dominios',
  'overview.noDomain': 'Ninguno todavía',
  'overview.tested': 'Probado',
  'overview.certificate': 'Certificado',
  'overview.means': 'Qué significa',
  'overview.means.active': 'Todas las personas con correo en estos dominios inician sesión a través de él.',
  'overview.means.inactive': 'Aún nadie inicia sesión a través de él.',
  'trouble.certificate': {
    one: 'El certificado del proveedor de identidad caduca el {at}, dentro de {count} día. Después nadie podrá iniciar sesión.',
    other:
      'El certificado del proveedor de identidad caduca el {at}, dentro de {count} días. Después nadie podrá iniciar sesión.',
  },
  'trouble.certificateEnded':
    'El certificado del proveedor de identidad caducó el {at}. Vuelva a darnos sus metadatos.',
  'trouble.certificate.remedy': 'Dar el nuevo certificado',
  'trouble.lapsing':
    'El registro TXT de {name} ha desaparecido. Vuelva a publicarlo antes de que las personas nuevas no puedan iniciar sesión.',
  'trouble.lapsed':
    '{name} ya no está verificado. Las personas conocidas siguen entrando; las nuevas no pueden.',
  'trouble.domain.remedy': 'Mostrar el registro',
  'certificate.until': 'válido hasta el {at}',
  'certificate.ending': { one: 'caduca en {count} día', other: 'caduca en {count} días' },
  'certificate.ended': 'caducó el {at}',
  'recent.title': 'Inicios de sesión recientes',
  'recent.unknown': 'Persona desconocida',
  'recent.succeeded': 'Inició sesión',
  'recent.failed': 'Falló',
  'code.self_serve_sso_disabled.title': 'La plataforma lo ha desactivado',
  'code.self_serve_sso_disabled.text':
    'Pida a la plataforma que permita a esta organización configurar el SSO. Los inicios de sesión no se ven afectados.',
};
