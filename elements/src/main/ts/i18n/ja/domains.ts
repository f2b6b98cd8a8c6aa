import type { Translation } from '../messages.js';
import type { domains as en } from '../en/domains.js';

export const domains: Translation<typeof en> = {
  'domains.title': '自社のメールドメインを登録',
  'domains.text':
    'これらのドメインのメールアドレスを持つ全員が、自社のID プロバイダーでサインインします。まず TXT レコードで所有権を証明してください。',
  'domains.add': '追加',
  'domains.add.label': 'メールドメイン',
  'domains.add.hint': 'カンマまたはスペースで区切って複数入力できます。',
  'domains.add.nothing': 'acme.com のようなドメインを入力してください。',
  'domains.add.known': 'すでに一覧にあります: {names}',
  'domains.goOn': '待つ必要はありません。他のドメインの確認中も先に進めます。',
  'domainstatus.pending': 'レコード待ち',
  'domainstatus.verified': '確認済み',
  'domainstatus.lapsing': 'レコードなし',
  'domainstatus.lapsed': '失効',
  'domainstatus.expired': '期限切れ',
  'domain.removed': '{name} を削除しました',
  'domain.verifiedNow': '{name} を確認しました',
  'domain.since': '{at} から',
  'domain.publishBy': '{at} までにレコードを再公開',
  'domain.where': 'DNS は {provider} でホストされています。',
  'domain.whereUnknown': 'ドメインの DNS を管理している画面を開いてください。',
  'domain.record': '次の値でレコードを追加してください:',
  'domain.type': 'タイプ',
  'domain.host': 'ホスト名',
  'domain.host.relative': 'ドメインを自動で付加する管理画面用です(ほとんどが該当)。',
  'domain.host.absolute':
    '完全な名前です。管理画面がドメインを自動で付加する場合は、ドメインを省いてください。',
  'domain.host.showAbsolute': '完全な名前が必要な場合',
  'domain.host.showRelative': 'ドメインが自動で付加される場合',
  'domain.value': '値',
  'domain.value.note': '引用符は不要です。他の TXT レコードはそのままで構いません。',
  'domain.ttl': 'TTL(秒)',
  'domain.look': '今すぐ確認',
  'domain.looking': '確認中…',
  'domain.assign': 'この接続で使用',
  'domain.assign.title': '{name} を {connection} で使用しますか?',
  'domain.assign.live':
    '接続は有効です。以後、{name} のメールアドレスを持つ全員が {connection} でサインインします。ドメインを削除すると元に戻ります。',
  'domain.remove.of': '{name} を削除',
  'domain.remove.title': '{name} を削除しますか?',
  'domain.remove.text': '{name} を再度追加するには、新しい TXT レコードが必要です。',
  'domain.remove.live':
    '以後、{name} のメールアドレスを持つ利用者は、ID プロバイダーでサインインできなくなります。',
  'domain.state.verified': 'TXT レコードで確認済みです。毎日確認するため、レコードは残してください。',
  'domain.state.byOperator': 'プラットフォームが確認済みです。TXT レコードは不要です。',
  'domain.state.missing':
    'TXT レコードが {since} から見つかりません。今のところ変更はありません。レコードが残っているか確認してください。',
  'domain.state.lapsing':
    'TXT レコードが {since} から見つかりません。まだすべて機能しています。{until} までに再公開してください。それ以降、新しい利用者はサインインできなくなります。',
  'domain.state.lapsed':
    'TXT レコードが {since} から見つかりません。既知の利用者はサインインできますが、新しい利用者はできません。別の組織がこのドメインを証明すると、その組織のものになります。レコードを再公開してください。',
  'domain.state.expired': '期限内にレコードが公開されませんでした。ドメインを削除して追加し直してください。',
  'domain.timeline': '履歴',
  'domain.timeline.added': '{at}: 追加',
  'domain.timeline.looked': '{at}: 確認。{found}',
  'domain.timeline.lookedOften': '{at}: {count} 回確認。{found}',
  'domain.timeline.verified': '{at}: 確認済み',
  'domain.timeline.next': '{at}: 次回の確認',
  'domain.waiting':
    'このページを閉じても確認を続けます。新しいレコードは通常数分、場合によっては数時間で反映されます。',
  'domain.expires': 'この値は {at} まで有効です。',
  'check.proven': '正しいレコードが見つかりました。',
  'check.not_published': 'まだ見つかりません。',
  'check.different_value': '別の値のレコードがあります。',
  'check.different_value.advice': '上の値を再度コピーして、既存の値を置き換えてください。',
  'check.quotes_included': '値に引用符が含まれています。',
  'check.quotes_included.advice': '管理画面が引用符を自動で付加します。引用符なしで入力してください。',
  'check.doubled_name': 'レコード名が二重になっています。',
  'check.doubled_name.advice':
    'レコードは {host} にあります。プロバイダーがドメインを自動で付加するため、{label} のみを入力してください。',
  'check.at_apex': 'レコードがドメイン直下にあります。',
  'check.at_apex.advice': '上に示したホスト {label} に移動してください。',
  'check.aliased': 'ホストは別の名前のエイリアス (CNAME) です。',
  'check.aliased.advice':
    'エイリアスに置いた TXT レコードは見えません。CNAME レコードを削除するか、参照先の名前に値を公開してください。',
  'check.resolvers_disagree': 'DNS リゾルバーの間でレコードの回答がまだ一致していません。',
  'check.resolvers_disagree.advice':
    '新しいレコードがどこからでも見えるまで数時間かかることがあります。そのままにしてください。自動的に再確認します。',
  'check.owned_elsewhere': 'レコードは正しいですが、別の組織がこのドメインを保有しています。',
  'check.owned_elsewhere.advice':
    'プラットフォームのサポートに問い合わせてください。同僚が別の組織で設定した可能性があります。',
  'check.lookup_failed': 'ネームサーバーが応答しませんでした。',
  'check.lookup_failed.advice': '結果には影響しません。自動的に再確認します。',
};
