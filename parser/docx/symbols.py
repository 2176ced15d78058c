"""Signs of symbol fonts (Symbol, Wingdings) as the characters that look like them."""

from __future__ import annotations

SYMBOL = {0xB7: "•", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0x2D: "−", 0xB1: "±", 0xB4: "×"}
SYMBOL |= {0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓"}
SYMBOL |= {0xB0: "°", 0xB8: "÷", 0xA5: "∞", 0xD6: "√", 0xE5: "∑", 0x61: "α", 0x62: "β", 0x6D: "μ"}

WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆"}
WINGDINGS |= {0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪", 0xA8: "□", 0xB2: "✧", 0xB6: "☆"}
WINGDINGS |= {0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓"}
WINGDINGS |= {0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x74: "⬥", 0xA4: "◉"}
WINGDINGS |= {0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xA1: "○", 0xA2: "○", 0x9E: "·", 0x3F: "✍"}
WINGDINGS |= {0x81 + i: chr(0x2460 + i) for i in range(10)}
WINGDINGS |= {0x8C + i: chr(0x2776 + i) for i in range(10)}

WINGDINGS_2 = {0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "✓", 0x4F: "✗", 0xA3: "□", 0x2A: "□"}
WINGDINGS_2 |= {0x51: "☒", 0x56: "⊗", 0x97: "●", 0x98: "●", 0xA2: "■", 0xEA: "★", 0xF7: "※"}
WINGDINGS_2 |= {0x6A + i: chr(0x2460 + i) for i in range(10)}

FONTS = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": {0x7D: "▶", 0x75: "◀", 0x70: "▲", 0x71: "▼"},
}
PRIVATE = range(0xE000, 0xF900)
UNKNOWN = "•"


def symbol(font: str, char: str) -> str:
    """The character that a sign of a symbol font looks like; others stay as they are.

    Word keeps such signs in the private area from U+F000; a private character without a known
    look becomes a bullet.
    """
    code = ord(char)
    table = FONTS.get(font.strip().lower())
    if table is not None and (code < 0x100 or code in PRIVATE):
        return table.get(code & 0xFF, UNKNOWN if code in PRIVATE else char)
    if code in PRIVATE:
        return WINGDINGS.get(code & 0xFF) or SYMBOL.get(code & 0xFF) or UNKNOWN
    return char
