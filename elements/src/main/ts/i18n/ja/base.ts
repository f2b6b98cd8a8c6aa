import type { Translation } from '../messages.js';
import type { base as en } from '../en/base.js';

export const base: Translation<typeof en> = {
  copy: 'コピー',
  'copy.done': 'コピーしました',
  'copy.label': '{name} をコピー',
  'copy.announced': '{name} をコピーしました',
  'copy.byHand':
    'ブラウザーがコピーを許可しませんでした。値を選択したので、Ctrl+C または ⌘C を押してください。',
  loading: '読み込み中',
  'action.save': '保存',
  'action.cancel': 'キャンセル',
  'action.close': '閉じる',
  'action.continue': '続行',
  'action.back': '戻る',
  'action.edit': '編集',
  'action.remove': '削除',
  'action.more': 'さらに表示',
  'action.saving': '保存しています…',
  saved: '保存しました',
  required: '必須',
  optional: '任意',
  'problem.retry': '再試行',
  'problem.offline.title': 'Gatehouse に接続できません',
  'problem.offline.text':
    '何も変更されておらず、入力内容は残っています。接続を確認して、もう一度お試しください。',
  'problem.expired.title': 'セッションの有効期限が切れました',
  'problem.expired.text':
    '製品に再度サインインしてから、このページに戻ってください。変更は行われていません。',
  'problem.missing.title': '見つかりません',
  'problem.missing.text':
    'その間に削除されたか、別の組織に属しています。ページを再読み込みして現在の状態を確認してください。',
  'problem.stale.title': '別のユーザーが先に変更しました',
  'problem.stale.text':
    '変更は保存されていませんが、入力内容は残っています。現在保存されている内容と比較してください。',
  'problem.limited.title': 'リクエストが多すぎます',
  'problem.limited.text': 'しばらく待ってから、もう一度お試しください。',
  'problem.unavailable.title': 'Gatehouse は現在応答できません',
  'problem.unavailable.text':
    'サインインは引き続き利用できます。1 分後にもう一度お試しください。入力内容は残っています。',
  'problem.unexpected.title': '問題が発生しました',
  'problem.unexpected.text':
    'もう一度お試しください。解決しない場合は、下のコードをサポートに伝えてください。',
  'conflict.yours': 'あなたの内容',
  'conflict.theirs': '現在の保存内容',
  'conflict.keepMine': '自分の内容で上書き',
  'conflict.takeTheirs': '保存内容を採用',
  'conflict.text':
    'あなたの変更はまだ保存されておらず、何も失われていません。どちらを採用するか選んでください。',
  'conflict.newSecret': '新しいシークレット',
  setting: '設定',
  'setting.none': '–',
  'setting.yes': 'はい',
  'setting.no': 'いいえ',
  'setting.scopes': 'スコープ',
  'setting.hostedDomains': 'ホストドメイン',
  'actor.member': '管理者',
  'actor.operator': 'プラットフォーム',
  'actor.setupLink': '設定用リンクの所有者',
  'actor.service': 'Gatehouse 自体',
  'live.offline': '接続が切れました。表示が最新でない可能性があります。',
};
