"""What belongs to the site around a text, in other languages than English: words on buttons and
menus, and the lines that end a text."""

from __future__ import annotations

import re

_LONGEST = 90
# A line of one of these, perhaps with a word or two more, is of the site.
_BUTTONS = (
    # Spanish, Portuguese
    "inicio", "compartir", "imprimir", "buscar", "búsqueda", "volver", "menú", "escuchar",
    "saltar al contenido", "ir al contenido", "síguenos", "suscríbete", "descargar", "idioma",
    "início", "compartilhar", "partilhar", "pesquisar", "pesquisa", "voltar", "ouvir",
    "página inicial", "ir para o conteúdo", "acessibilidade", "transparência", "galería",
    "galeria", "accesibilidad", "política de cookies", "aceptar cookies", "aceitar", "ver más",
    "leer más", "saiba mais",
    # French
    "accueil", "partager", "imprimer", "rechercher", "recherche", "retour", "aller au contenu",
    "télécharger", "écouter", "s’abonner", "s'abonner", "suivez-nous", "accessibilité",
    "connexion", "partager la page", "lire la suite", "haut de page",
    # German, Dutch
    "startseite", "teilen", "drucken", "suche", "suchen", "zurück", "zum inhalt",
    "zur startseite", "navigation", "seite drucken", "leichte sprache", "gebärdensprache",
    "merken", "vorlesen", "delen", "deel deze pagina", "zoeken", "terug", "ga naar de inhoud",
    "direct naar", "afdrukken", "deel dit bericht", "home >", "u bent hier",
    # Russian
    "главная", "поделиться", "печать", "распечатать", "версия для печати", "поиск", "назад",
    "меню", "подписаться", "перейти к содержанию", "карта сайта", "главная страница", "новости",
    "фото", "видео", "наверх", "версия для слабовидящих", "скопировать ссылку", "в твиттер",
    # Arabic
    "الرئيسية", "الصفحة الرئيسية", "مشاركة", "شارك", "طباعة", "بحث", "القائمة", "عودة", "اشترك",
    "تابعنا", "تحميل", "نسخ الرابط", "انتقل إلى المحتوى", "حجم الخط",
    # Chinese, Japanese
    "首页", "分享", "打印", "搜索", "返回顶部", "字号", "字体", "当前位置", "您的位置",
    "您所在的位置", "打印本页", "关闭窗口", "繁体", "登录", "分享到", "大 中 小", "【中大小】",
    "【打印】", "ホーム", "印刷",
)  # fmt: skip
_ENDS = (
    r"(?:noticias?|notícias?|contenidos?|artículos|"
    r"publicaciones) (?:relacionad[oa]s?|anteriores|recientes)",
    r"(?:fuente|fonte|source|quelle|bron|источник|المصدر|来源)\s*[:：].{0,120}$",
    r"etiquetas?\b.{0,80}$",
    r"todos (?:los derechos|os direitos) reservados",
    r"fin del comunicado",
    r"compart[ie]r en\b",
    r"(?:contacto|contato|contacts?) (?:de )?(?:prensa|imprensa|presse)\b",
    r"más información\b",
    r"(?:à lire aussi|lire aussi|voir aussi|articles? (?:liés?|similaires)|"
    r"dans la même rubrique)\b",
    r"à consulter également\b|voir tous les articles",
    r"(?:partager (?:sur|cet)|tous droits réservés|mots[- ]clés)\b",
    r"leia (?:também|mais)\b",
    r"(?:mehr zum thema|weitere (?:informationen|meldungen|artikel)|pressekontakt|"
    r"alle rechte)\b",
    r"(?:lees ook|meer nieuws|zie ook|gerelateerde?|ook interessant|alle rechten)\b",
    r"(?:читайте также|по теме|материалы по теме|теги\b|все права защищены|"
    r"см\. также|смотрите также)",
    r"(?:اقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|جميع الحقوق محفوظة|الكلمات الدالة)",
    r"(?:相关新闻|相关链接|相关阅读|推荐阅读|版权所有|[（(【]?责任编辑|扫一扫)",
    r"(?:véase también|veja também|ver también)\b",
    r"compart(?:ir|e|ilhar) (?:esta|este|la|o|a) (?:noticia|notícia|nota|artículo|artigo)\b",
    r"(?:suivant|précédent|siguiente|anterior)\s*:?\s*$",
)  # fmt: skip
_ATTRIBUTED = re.compile(
    r"(?=.{0,200}$)(?:"
    r"(?:der|die|eine?) (?:stellvertretende )?sprecher(?:in)? .{3,90}(?:teilt(?:e)? mit|"
    r"erklärt(?:e)?|sagte).{0,60}:"
    r"|nach (?:de[rm]|einem|einer) .{3,130} erklärte (?:der|die|eine?) sprecher(?:in)? .{3,60}:"
    r"|(?:el|la|una?) portavoz .{3,120}(?:declar[oó]|señal[oó]|inform[oó]|dijo).{0,60}:"
    r"|(?:le|la|une?) porte-parole .{3,120}(?:déclar|indiqu|communiqu).{0,60}:"
    r"|(?:o|a|uma?) porta-voz .{3,120}(?:declarou|informou|disse).{0,60}:"
    r"|(?:de |een )?woordvoerder .{3,120}(?:zei|meldt|verklaarde).{0,60}:"
    r"|.{0,40}(?:пресс-секретарь|официальный представитель) .{3,120}(?:сообщил|заявил).{0,60}:"
    r"|.{0,30}(?:صرح|أعلن) المتحدث .{3,120}:"
    r")",
    re.I,
)
_BUTTON = re.compile(
    rf"[\W_]*(?:{'|'.join(re.escape(word) for word in sorted(_BUTTONS, key=len, reverse=True))})"
    r"(?:\s*[:：|/>»›][^.。]*|(?:\s+[\w-]+)?)[\W_]*",
    re.I,
)
_END = re.compile("|".join(f"(?:{form})" for form in _ENDS), re.I)


def is_furniture_abroad(line: str) -> bool:
    """Tell whether a line is a button, a menu or a trail of the site."""
    return len(line) <= _LONGEST and bool(_BUTTON.fullmatch(line))


def ends_the_text_abroad(line: str) -> bool:
    """Tell whether nothing of the text follows this line."""
    return bool(_END.match(line.strip(" [(（【")))


def is_attribution_abroad(line: str) -> bool:
    """Tell whether a line only says who gave the text out."""
    return bool(_ATTRIBUTED.fullmatch(line))
