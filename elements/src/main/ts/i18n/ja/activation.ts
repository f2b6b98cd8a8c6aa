import type { Translation } from '../messages.js';
import type { activation as en } from '../en/activation.js';

export const activation: Translation<typeof en> = {
  'activate.title': '有効にする',
  'activate.already': '有効です。利用者はこの方法でサインインします。',
  'activate.effect': '有効化すると',
  'activate.who': '{domains} のメールアドレスを持つ全員が、以後 {connection} でサインインします。',
  'activate.when': '次回のサインインから数秒以内に適用されます。現在のセッションは継続します。',
  'activate.replaces': '現在有効な設定を数秒以内に置き換えます。現在のセッションは継続します。',
  'activate.without':
    '該当するメールアドレスがあっても、{connection} でアプリに割り当てられていないとサインインできなくなります。',
  'activate.back': '元に戻すには「無効化」をクリックするだけで、以前の方法に戻ります。',
  'activate.back.draft': '元に戻すには、以前のテスト済みバージョンをワンクリックで有効化します。',
  'activate.go': '有効化',
  'activate.running': '有効化しています…',
  'activate.done': 'シングルサインオンが有効になりました',
  'activate.relink': '確認して有効化',
  'activate.relink.title': '利用者が再度ひも付けられます',
  'activate.relink.text':
    'このバージョンは、有効な設定とは異なる方法で利用者を識別します。次回のサインイン時に、この組織と確認済みドメイン内でのみ、メールアドレスでアカウントにひも付けます。{connection} が自社のものであり、意図した変更であることを確認してください。',
  'activate.relink.count': { other: 'すでにサインインしたことのある {count} 人が対象です。' },
  'activate.byLink':
    'すでに有効な接続があります。このバージョンは組織の管理者またはプラットフォームが有効化する必要があります。',
  'activate.missing': 'その前に必要な項目:',
  'activate.missing.domains': 'この接続で使用する確認済みドメイン',
  'activate.missing.connection': 'ID プロバイダーのメタデータ',
  'activate.missing.test': '合格したテスト',
  'activate.missing.key': '信頼されたID プロバイダーの証明書',
  'activate.missing.allowed': 'プラットフォームにより無効化されています',
  'affected.members': { other: '{domain} のメンバー {count} 人' },
  'affected.sample': '{names} など',
  'affected.all': '{names}',
  'manage.deactivate': '無効化',
  'manage.deactivate.title': '{name} を無効化しますか?',
  'manage.deactivate.text':
    '以後 {name} でのサインインはできなくなり、以前の方法に戻ります。設定は残り、再度有効化できます。',
  'manage.discard': '下書きを破棄',
  'manage.discard.title': '{name} の下書きを破棄しますか?',
  'manage.discard.text': '{name} の有効な設定はそのままで、下書きの変更は失われます。',
  'manage.delete': '削除',
  'manage.delete.title': '{name} を削除しますか?',
  'manage.delete.text':
    '接続 {name} とそのバージョン、テストは完全に削除され、鍵は破棄されます。ドメインとユーザーは残ります。',
  'manage.delete.type': '確認のため {name} と入力',
  'manage.revisions': 'バージョン',
  'manage.revisions.title': '{name} のバージョン',
  'manage.revisions.text': 'テストに合格したバージョンは、すぐに再度有効化できます。',
  'manage.revision': 'バージョン {number}',
  'manage.live': '有効',
  'manage.untested': '未テスト',
  'manage.back': 'このバージョンに戻す',
  'manage.back.of': 'バージョン {number} に戻す',
};
