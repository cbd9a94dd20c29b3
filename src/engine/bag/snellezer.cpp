// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/snellezer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/tekst.hpp"

namespace damwand::bag {
namespace {

constexpr std::size_t schep = 64U << 10U;
constexpr std::size_t grootste_buffer = 1U << 20U;  // a token longer than this is libxml2's
constexpr std::size_t meeste_ruimten = 100;
constexpr std::size_t meeste_tags = 2048, meeste_met_attributen = 256, plekken = 8192;

bool is_wit(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_naam(std::string_view w) noexcept {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !w.empty() && letter(w.front()) && std::all_of(w.begin(), w.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; });
}
/// Prefix and local name; false when it is no name, or one that takes more than ASCII.
bool splits_naam(std::string_view naam, std::string_view& voorvoegsel, std::string_view& lokaal) noexcept {
    const auto punt = naam.find(':');
    voorvoegsel = punt == std::string_view::npos ? std::string_view{} : naam.substr(0, punt);
    lokaal = punt == std::string_view::npos ? naam : naam.substr(punt + 1);
    return is_naam(lokaal) && (punt == std::string_view::npos || is_naam(voorvoegsel));
}

std::uint64_t acht(const char* p) noexcept {
    std::uint64_t w = 0;
    std::memcpy(&w, p, sizeof w);
    return w;
}
/// memcmp for a few words, without the call.
inline bool gelijk(const char* a, const char* b, std::size_t n) noexcept {
    if (n < 8) return std::memcmp(a, b, n) == 0;
    for (std::size_t i = 0; i + 8 <= n; i += 8) {
        if (acht(a + i) != acht(b + i)) return false;
    }
    return acht(a + n - 8) == acht(b + n - 8);
}
std::uint32_t hash_van(std::string_view w) noexcept {
    constexpr std::uint64_t keer = 0x9E3779B97F4A7C15U;
    std::uint64_t h = w.size() * keer;
    const char* p = w.data();
    std::size_t n = w.size();
    for (; n > 8; n -= 8, p += 8) h = std::rotl((h ^ acht(p)) * keer, 29);
    std::uint64_t staart = 0;
    std::memcpy(&staart, p, n);
    h = (h ^ staart) * keer;
    return static_cast<std::uint32_t>(h >> 32U);
}

/// Eight bytes at a time: is there a control character, something beyond ASCII, '&' or ']'?
bool is_kaal(const char* p, const char* einde) noexcept {
    constexpr std::uint64_t een = 0x0101010101010101U, hoog = 0x8080808080808080U;
    const auto bijzonder = [](std::uint64_t w) {
        const auto nul = [](std::uint64_t x) { return (x - een) & ~x; };  // its high bits: bytes that are nought (and some above one)
        return (w | (w - een * 0x20U) | nul(w ^ een * '&') | nul(w ^ een * ']')) & hoog;
    };
    for (; einde - p >= 8; p += 8) {
        if (bijzonder(acht(p)) != 0) return false;
    }
    std::uint64_t staart = een * ' ';
    std::memcpy(&staart, p, static_cast<std::size_t>(einde - p));
    return bijzonder(staart) == 0;
}

/// The first '<' from `p` on, `einde` when there is none; `kaal`: is all before it as is_kaal asks?
const char* zoek_haak(const char* p, const char* einde, bool& kaal) noexcept {
    const char* van = p;
#ifdef __SSE2__
    const __m128i haak = _mm_set1_epi8('<'), spatie = _mm_set1_epi8(' '), en = _mm_set1_epi8('&'), blok = _mm_set1_epi8(']');
    for (; einde - p >= 16; p += 16) {
        const __m128i w = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const auto haken = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(w, haak)));
        // As signed bytes what is beyond ASCII is below a space as well.
        const auto bijzonder = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_cmplt_epi8(w, spatie), _mm_or_si128(_mm_cmpeq_epi8(w, en), _mm_cmpeq_epi8(w, blok)))));
        if (haken == 0 && bijzonder == 0) continue;
        const auto plek = haken == 0 ? 16 : std::countr_zero(haken);
        if ((bijzonder & ((1U << static_cast<unsigned>(plek)) - 1U)) != 0) break;
        kaal = true;
        return p + plek;
    }
#endif
    const auto* gevonden = static_cast<const char*>(std::memchr(p, '<', static_cast<std::size_t>(einde - p)));
    if (gevonden == nullptr) gevonden = einde;
    kaal = is_kaal(van, gevonden);
    return gevonden;
}

/// Newlines in [p, einde).
int tel_regels(const char* p, const char* einde) noexcept {
    std::int64_t aantal = 0;
#ifdef __SSE2__
    const __m128i nieuw = _mm_set1_epi8('\n'), nul = _mm_setzero_si128();
    while (einde - p >= 16) {
        __m128i som = nul;  // a byte holds 255
        for (int keer = 0; keer < 255 && einde - p >= 16; ++keer, p += 16) som = _mm_sub_epi8(som, _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)), nieuw));
        const __m128i paar = _mm_sad_epu8(som, nul);
        aantal += _mm_cvtsi128_si64(paar) + _mm_cvtsi128_si64(_mm_unpackhi_epi64(paar, paar));
    }
#endif
    return static_cast<int>(aantal + std::count(p, einde, '\n'));
}

}  // namespace

void Kenmerken::attribuut(std::string_view lokaal, std::string_view waarde) {
    if (lokaal == "srsDimension") dimensie = waarde == "2" ? 2 : waarde == "3" ? 3 : -1;
    if (lokaal == "srsName") rd = waarde == "urn:ogc:def:crs:EPSG::28992" || waarde == "EPSG:28992";
}

/// More of the document behind what is not read yet; false when there is none, or no room.
bool Snellezer::meer() {
    if (m_op) return false;
    const auto rest = static_cast<std::size_t>(m_einde - m_p);
    if (!m_alles.empty()) {
        const auto over = static_cast<std::size_t>(m_alles.data() + m_alles.size() - m_einde);
        const auto erbij = m_bron(nullptr, std::min(over, schep));
        m_op = erbij == 0 || over == 0;
        m_einde += std::min(erbij, over);
        return !m_op;
    }
    if (rest + schep > grootste_buffer) return false;
    (void)regel();
    m_regel_bij_merk = gemerkte_regel();
    m_merk = nullptr;  // what it points at moves
    if (m_buffer.empty()) m_buffer.resize(grootste_buffer);
    if (rest != 0) std::memmove(m_buffer.data(), m_p, rest);
    const auto aantal = m_bron(m_buffer.data() + rest, schep);
    m_p = m_geteld = m_buffer.data();
    m_einde = m_p + rest + aantal;
    m_op = aantal == 0;
    return !m_op;
}

int Snellezer::regel() noexcept {
    m_regel += tel_regels(m_geteld, m_p);
    m_geteld = m_p;
    return m_regel;
}

int Snellezer::gemerkte_regel() noexcept { return m_merk == nullptr ? m_regel_bij_merk : regel() - tel_regels(m_merk, m_p); }

/// A byte order mark and the declaration of a document in UTF-8; false when there is anything else before the first element.
bool Snellezer::kop_van_document() {
    constexpr std::size_t langste_kop = 256;
    while (static_cast<std::size_t>(m_einde - m_p) < langste_kop && meer()) {
    }
    std::string_view w = rest().substr(0, langste_kop);
    std::size_t weg = 0;
    if (w.starts_with("\xEF\xBB\xBF")) weg = 3;
    w.remove_prefix(weg);
    if (w.starts_with("<?xml") && w.size() > 5 && is_wit(w[5])) {
        const auto einde = w.find("?>");
        if (einde == std::string_view::npos) return false;
        std::string_view deel = w.substr(5, einde - 5);
        int stap = 0;  // version, encoding, standalone: in that order
        while (true) {
            const auto begin = deel.find_first_not_of(" \t\r\n");
            if (begin == std::string_view::npos) break;
            if (begin == 0) return false;
            deel.remove_prefix(begin);
            const auto is = deel.find('=');
            if (is == std::string_view::npos || is + 1 >= deel.size()) return false;
            const auto naam = deel.substr(0, is);
            const char haak = deel[is + 1];
            const auto slot = haak == '"' || haak == '\'' ? deel.find(haak, is + 2) : std::string_view::npos;
            if (slot == std::string_view::npos) return false;
            const auto waarde = deel.substr(is + 2, slot - is - 2);
            if (naam == "version" && stap == 0 && waarde == "1.0") stap = 1;
            else if (naam == "encoding" && stap == 1 && (waarde == "UTF-8" || waarde == "utf-8")) stap = 2;
            else if (naam == "standalone" && (stap == 1 || stap == 2) && (waarde == "yes" || waarde == "no")) stap = 3;
            else return false;
            deel.remove_prefix(slot + 1);
        }
        if (stap == 0) return false;
        weg += einde + 2;
    } else if (!w.starts_with('<')) {
        return false;
    }
    m_verklaring.assign(m_p, weg);
    m_p += weg;
    return true;
}

/// The text from here to `tot`, decoded, in m_tekst; false when it takes libxml2 to say what it is. `kaal`: there is nothing in it to look at.
bool Snellezer::neem_tekst(const char* tot, bool kaal) {
    m_tekst = {m_p, static_cast<std::size_t>(tot - m_p)};
    if (kaal) return true;
    // Stricter than XML: what is not tidy is left to libxml2. White space of other systems is made new lines there.
    if (!is_nette_tekst(m_tekst) || m_tekst.find('\r') != std::string_view::npos || m_tekst.find("]]>") != std::string_view::npos) return false;
    if (m_tekst.find("\xEF\xBF") != std::string_view::npos) return false;  // U+FFFE and U+FFFF among them
    if (m_tekst.find('&') == std::string_view::npos) return true;
    m_ontcijferd.clear();
    for (std::string_view w = m_tekst; !w.empty();) {
        const auto tot_en = std::min(w.find('&'), w.size());
        m_ontcijferd += w.substr(0, tot_en);
        w.remove_prefix(tot_en);
        if (w.empty()) break;
        static constexpr std::array<std::pair<std::string_view, char>, 5> vijf{{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
        const auto* een = std::find_if(vijf.begin(), vijf.end(), [&](const auto& e) { return w.starts_with(e.first); });
        if (een == vijf.end()) return false;
        m_ontcijferd += een->second;
        w.remove_prefix(een->first.size());
    }
    m_tekst = m_ontcijferd;
    return true;
}

const std::string* Snellezer::uri_van(std::string_view voorvoegsel) const {
    const auto plek = std::find_if(m_ruimten.begin(), m_ruimten.end(), [&](const auto& r) { return r.first == voorvoegsel; });
    return plek == m_ruimten.end() ? nullptr : &plek->second;
}

/// Takes `tag.tekst` apart; false when it is not plain.
bool Snellezer::ontleed(Tag& tag) {
    const bool wortel = m_diep == 0;
    std::string_view w = tag.tekst;
    tag.kenmerken = {};
    tag.element.reset();
    tag.leeg = w.ends_with('/');
    if (tag.leeg) w.remove_suffix(1);
    tag.naamlengte = std::min(w.find_first_of(" \t\r\n"), w.size());
    const auto naam = w.substr(0, tag.naamlengte);
    std::string_view voorvoegsel;
    if (!splits_naam(naam, voorvoegsel, tag.lokaal)) return false;
    w.remove_prefix(tag.naamlengte);
    std::vector<std::pair<std::string_view, std::string_view>> attributen;  // prefix and local name
    while (true) {
        const auto begin = w.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos) break;
        if (begin == 0 || attributen.size() > 100) return false;
        w.remove_prefix(begin);
        const auto is = w.find('=');
        if (is == std::string_view::npos || is + 1 >= w.size()) return false;
        const auto attribuut = w.substr(0, is);
        const char haak = w[is + 1];
        const auto slot = haak == '"' || haak == '\'' ? w.find(haak, is + 2) : std::string_view::npos;
        if (slot == std::string_view::npos) return false;
        const auto waarde = w.substr(is + 2, slot - is - 2);
        w.remove_prefix(slot + 1);
        std::string_view voor, lokaal;
        if (!splits_naam(attribuut, voor, lokaal)) return false;
        // Values need no decoding and no tidying.
        if (!std::all_of(waarde.begin(), waarde.end(), [](char c) { return c >= ' ' && c < 0x7f && c != '&' && c != '<'; })) return false;
        if (attribuut == "xmlns" || voor == "xmlns") {
            const auto voor_welke = attribuut == "xmlns" ? std::string_view{} : lokaal;
            if (!wortel || waarde.empty() || voor_welke.starts_with("xml") || waarde.find("www.w3.org/XML/1998") != std::string_view::npos || waarde.find("www.w3.org/2000/xmlns") != std::string_view::npos) return false;
            if (uri_van(voor_welke) != nullptr || m_ruimten.size() == meeste_ruimten) return false;
            m_ruimten.emplace_back(voor_welke, waarde);
            ++tag.kenmerken.namespaces;
            continue;
        }
        if (voor.starts_with("xml") || std::any_of(attributen.begin(), attributen.end(), [&](const auto& a) { return a.second == lokaal; })) return false;
        attributen.emplace_back(voor, lokaal);
        ++tag.kenmerken.attributen;
        tag.kenmerken.attribuut(lokaal, waarde);
    }
    for (const auto& [voor, lokaal] : attributen) {
        if (!voor.empty() && uri_van(voor) == nullptr) return false;
    }
    const auto* uri = uri_van(voorvoegsel);
    if (uri == nullptr && !voorvoegsel.empty()) return false;
    tag.uri = uri == nullptr ? std::string_view{} : std::string_view(*uri);
    return true;
}

/// The tag that followed the last one before, when it is here again.
Tag* Snellezer::voorspeld(const char* p) const noexcept {
    auto* tag = m_vorige == nullptr ? nullptr : m_vorige->hierna;
    if (tag == nullptr || !tag->blijft) return nullptr;
    const auto lang = tag->tekst.size();
    return static_cast<std::size_t>(m_einde - p) > lang + 1 && p[lang + 1] == '>' && gelijk(p + 1, tag->tekst.data(), lang) ? tag : nullptr;
}

/// The tag of this text; null when it is not plain.
Tag* Snellezer::zoek(std::string_view inhoud) {
    const auto los = [&]() -> Tag* {
        while (m_los.size() <= m_diep) m_los.emplace_back();
        auto& tag = m_los[m_diep];
        tag.tekst = inhoud;
        return ontleed(tag) ? &tag : nullptr;
    };
    if (m_diep == 0) {
        m_wortel = inhoud;
        m_ruimten.clear();
        m_ruimten.reserve(meeste_ruimten);  // tags point at what is in it
        return los();
    }
    if (m_plekken.empty()) m_plekken.resize(plekken);
    const auto hash = hash_van(inhoud);
    auto i = hash % plekken;
    for (; m_plekken[i].tag != nullptr; i = (i + 1) % plekken) {
        if (m_plekken[i].hash == hash && m_plekken[i].tag->tekst == inhoud) return m_plekken[i].tag;
    }
    const bool kaal = inhoud.find_first_of(" \t\r\n") == std::string_view::npos;
    if (m_tags.size() >= meeste_tags || (!kaal && m_met_attributen >= meeste_met_attributen)) return los();
    auto& tag = m_tags.emplace_back();
    tag.tekst = inhoud;
    if (!ontleed(tag)) {
        m_tags.pop_back();
        return nullptr;
    }
    if (!kaal) ++m_met_attributen;
    tag.blijft = true;
    m_plekken[i] = {hash, &tag};
    return &tag;
}

Snellezer::Teken Snellezer::volgende(bool in_blad) {
    if (m_sluit) {
        m_sluit = false;
        --m_diep;
        return in_blad ? (m_tekst = {}, Teken::blad) : Teken::einde;
    }
    if (!m_begonnen) {
        if (!kop_van_document()) return Teken::opgegeven;
        m_begonnen = true;
    }
    const auto ver = [&](const char* p) { return static_cast<std::size_t>(m_einde - p); };
    for (;;) {
        const char* p = m_p;
        if (!in_blad) {
            while (p != m_einde && is_wit(*p)) ++p;
        }
        constexpr std::size_t kortste = 4;  // </a>
        if (ver(p) < kortste) {
            if (meer()) continue;
            if (m_op && wortel_dicht() && std::all_of(m_p, m_einde, is_wit)) return Teken::klaar;
            return Teken::opgegeven;
        }
        if (!in_blad) m_p = p;
        bool kaal = true;
        if (*p != '<') {
            if (m_diep == 0) return Teken::opgegeven;
            const auto* haak = zoek_haak(p, m_einde, kaal);
            if (haak == m_einde) {
                if (meer()) continue;
                return Teken::opgegeven;
            }
            if (!in_blad) {  // the text of an element we want nothing of
                if (!neem_tekst(haak, kaal)) return Teken::opgegeven;
                m_p = haak;
                continue;
            }
            p = haak;
        }
        // m_p stays where the text began until the end of the leaf is seen as well.
        if (in_blad || p[1] == '/') {
            if (m_diep == 0) return Teken::opgegeven;
            const auto& tag = *m_open[m_diep - 1];
            if (ver(p) < tag.naamlengte + 3) {
                if (meer()) continue;
                return Teken::opgegeven;
            }
            if (p[1] != '/' || p[2 + tag.naamlengte] != '>' || !gelijk(p + 2, tag.tekst.data(), tag.naamlengte)) return Teken::opgegeven;
            if (in_blad && !neem_tekst(p, kaal)) return Teken::opgegeven;
            m_p = p + 3 + tag.naamlengte;
            --m_diep;
            return in_blad ? Teken::blad : Teken::einde;
        }
        if (p[1] == '!') {
            if (std::memcmp(p, "<!--", kortste) != 0) return Teken::opgegeven;
            const auto einde = std::string_view(p, ver(p)).find("--", kortste);
            if (einde == std::string_view::npos || einde + 2 >= ver(p)) {
                if (meer()) continue;
                return Teken::opgegeven;
            }
            if (p[einde + 2] != '>' || !is_nette_tekst({p, einde}) || std::string_view(p, einde).find("\xEF\xBF") != std::string_view::npos) return Teken::opgegeven;
            m_p = p + einde + 3;
            continue;
        }
        if (p[1] == '?' || wortel_dicht() || m_diep >= diepst) return Teken::opgegeven;
        auto* tag = voorspeld(p);
        const char* slot = tag == nullptr ? static_cast<const char*>(std::memchr(p, '>', ver(p))) : p + 1 + tag->tekst.size();
        if (slot == nullptr) {
            if (meer()) continue;
            return Teken::opgegeven;
        }
        if (tag == nullptr) {
            tag = zoek({p + 1, static_cast<std::size_t>(slot - p - 1)});
            if (m_vorige != nullptr) m_vorige->hierna = tag;
        }
        if (tag == nullptr) {
            if (m_diep == 0) m_wortel.clear();
            return Teken::opgegeven;
        }
        m_vorige = tag->blijft ? tag : nullptr;
        m_open[m_diep++] = tag;
        m_p = slot + 1;
        m_sluit = tag->leeg;
        return Teken::begin;
    }
}

std::string Snellezer::kop() const {
    if (wortel_dicht()) {
        std::string uit = "<" + m_wortel + ">";
        if (!m_wortel.ends_with('/')) uit += "</" + m_wortel.substr(0, std::min(m_wortel.find_first_of(" \t\r\n"), m_wortel.size())) + ">";
        return uit;
    }
    if (m_diep == 0) return m_verklaring;
    std::string uit;
    for (std::size_t i = 0; i < m_diep; ++i) uit += "<" + m_open[i]->tekst + ">";
    return uit;
}

}  // namespace damwand::bag
