"""How much a text looks like Chinese: the evidence by which encodings are told apart."""

from __future__ import annotations

from functools import cache

# The commonest characters of official Chinese and its punctuation, in both scripts.
COMMONEST = (
    "，。、；：（）“”《》？！　\xa0"
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    "子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体"
    "制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内"
    "数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提"
    "直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计"
    "别手角期根论运农指几九区强放决西被干做必战先回则任取据处理省市县委办务责任整改落实监督巡察"
    "措施加强学习教育领导班子干部纪律作风建设存在问题原因深入推进完善机制坚持工作通知意见报告"
    "這為個國時來們會發動過說產種後經進著電裡實兩體從業應開還與關線內數麼質氣變條沒結解問無軍"
    "題黨員總設長頭資邊級圖統見計別論運農幾區強決戰則據處縣辦務責監導幹紀風領機關規範報議員"
)

UNLIKELY = -1.0
RARE = 0.0
USUAL = 0.5
COMMON = 1.0


def likeness(text: str) -> float:
    """Return how much the characters beyond ASCII look like Chinese, from -1 to 1.

    1 means all of them are among the commonest, or there are none (plain ASCII); control
    characters count against it.
    """
    weights = table()
    told = [char for char in text if not " " <= char <= "~" and char not in "\t\n\r"]
    found = [weight(char, weights) for char in told]
    return sum(found) / len(found) if found else 1.0


def weight(char: str, weights: dict[str, float]) -> float:
    """Return how likely a character is in a Chinese text."""
    known = weights.get(char)
    if known is not None:
        return known
    chinese = "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uff5e" or char >= "\U00020000"
    mark = "\u2010" <= char <= "\u26ff" or char in "\x0b\x0c·\u200b\ufeff"
    return RARE if chinese or mark else UNLIKELY


@cache
def table() -> dict[str, float]:
    """Return the weights of the characters that the national standards put first.

    GB/T 2312 (rows 16 to 55) and Big5 (up to 0xC67E) each begin with the characters in common
    use and leave the rare ones for their second part.
    """
    weights = dict.fromkeys(COMMONEST, COMMON)
    for char in common_use("gb2312", 0xB0, 0xD7) + common_use("big5", 0xA4, 0xC6):
        weights.setdefault(char, USUAL)
    return weights


def common_use(codec: str, first: int, last: int) -> str:
    """Return the two-byte characters whose first byte lies between the two given, inclusive."""
    pairs = (bytes((a, b)) for a in range(first, last + 1) for b in range(0x40, 0xFF))
    return "".join(pair.decode(codec, "ignore") for pair in pairs)
