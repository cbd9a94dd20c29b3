// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/tekst.hpp"
#include "werk/entiteit/entiteit.hpp"

namespace damwand::entiteit {
namespace {

bool is_cijfer(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool zijn_cijfers(std::string_view tekst) { return !tekst.empty() && std::all_of(tekst.begin(), tekst.end(), is_cijfer); }

/// Without the characters of `weg`; letters become capitals (ASCII).
std::string zonder(std::string_view tekst, std::string_view weg) {
    std::string uit;
    for (const char c : tekst) {
        if (weg.find(c) != std::string_view::npos) continue;
        uit += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return uit;
}

Sleutel fout(std::string code, std::string uitleg) { return {std::nullopt, std::move(code), std::move(uitleg)}; }

Sleutel cijfers(std::string_view tekst, std::size_t aantal, std::string code, std::string uitleg) {
    auto kaal = zonder(tekst, " .-");
    if (kaal.size() == aantal && zijn_cijfers(kaal)) return {std::move(kaal), {}, {}};
    return fout(std::move(code), std::move(uitleg));
}

Sleutel kenteken(std::string_view tekst) {
    auto kaal = zonder(tekst, " -");
    const bool goed = kaal.size() >= 2 && kaal.size() <= 10 &&
                      std::all_of(kaal.begin(), kaal.end(), [](char c) { return is_cijfer(c) || is_letter(c); }) &&
                      std::any_of(kaal.begin(), kaal.end(), is_cijfer);
    if (goed) return {std::move(kaal), {}, {}};
    return fout("geen-kenteken", "Dit is geen kenteken: gebruik letters en cijfers, zoals AB-123-C.");
}

/// E.164 with the plus sign; a national number is Dutch. Length: 9 digits after +31, elsewhere 7 to 15 in all.
Sleutel telefoon(std::string_view tekst) {
    auto weigering = fout("geen-telefoonnummer", "Dit is geen telefoonnummer: gebruik tien cijfers, of + en de landcode.");
    std::string invoer(tekst);
    for (auto plek = invoer.find("(0)"); plek != std::string::npos; plek = invoer.find("(0)")) invoer.erase(plek, 3);
    auto kaal = zonder(invoer, " .-()/");
    if (kaal.starts_with('+')) kaal.erase(0, 1);
    else if (kaal.starts_with("00")) kaal.erase(0, 2);
    else if (kaal.starts_with('0')) kaal.replace(0, 1, "31");
    else return weigering;
    if (!zijn_cijfers(kaal) || kaal.starts_with('0')) return weigering;
    const bool nederlands = kaal.starts_with("31");
    if (nederlands && (kaal.size() != 11 || kaal[2] == '0')) return weigering;
    if (kaal.size() < 7 || kaal.size() > 15) return weigering;
    return {"+" + kaal, {}, {}};
}

/// ISO 13616: country, check digits, account; the whole rotated by four is 1 modulo 97.
Sleutel rekening(std::string_view tekst) {
    auto weigering = fout("geen-iban", "Dit is geen IBAN: controleer de letters en cijfers, zoals NL91 ABNA 0417 1643 00.");
    auto kaal = zonder(tekst, " .-");
    if (kaal.size() < 15 || kaal.size() > 34 || (kaal.starts_with("NL") && kaal.size() != 18)) return weigering;
    if (!is_letter(kaal[0]) || !is_letter(kaal[1]) || !is_cijfer(kaal[2]) || !is_cijfer(kaal[3])) return weigering;
    int rest = 0;
    for (std::size_t i = 0; i < kaal.size(); ++i) {
        const char c = kaal[(i + 4) % kaal.size()];
        if (is_cijfer(c)) rest = (rest * 10 + (c - '0')) % 97;
        else if (is_letter(c)) rest = (rest * 100 + (c - 'A' + 10)) % 97;
        else return weigering;
    }
    if (rest != 1) return weigering;
    return {std::move(kaal), {}, {}};
}

Sleutel email(std::string_view tekst) {
    std::string klein(trim(tekst));
    for (auto& c : klein) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const auto plek = klein.find('@');
    const auto punt = klein.rfind('.');
    const bool goed = plek != std::string::npos && plek > 0 && klein.find('@', plek + 1) == std::string::npos &&
                      punt != std::string::npos && punt > plek + 1 && punt + 2 < klein.size() &&
                      klein.find("..") == std::string::npos &&
                      std::all_of(klein.begin(), klein.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || is_cijfer(c) || std::string_view("@.-_+%!#$&'*/=?^`{|}~").find(c) != std::string_view::npos;
                      });
    if (goed) return {std::move(klein), {}, {}};
    return fout("geen-e-mail", "Dit is geen e-mailadres, zoals naam@voorbeeld.nl.");
}

Sleutel vaartuig(std::string_view tekst) {
    auto kaal = zonder(tekst, " .-");
    for (const std::string_view kop : {"ENI", "IMO", "MMSI"}) {
        if (kaal.starts_with(kop)) kaal.erase(0, kop.size());
    }
    if (zijn_cijfers(kaal) && kaal.size() >= 7 && kaal.size() <= 9) return {std::move(kaal), {}, {}};
    return fout("geen-scheepsnummer", "Dit is geen scheepsnummer: ENI heeft acht cijfers, IMO zeven, MMSI negen.");
}

/// 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h − i is a multiple of eleven (Besluit burgerservicenummer). Eight digits: a nought in front.
Sleutel bsn(std::string_view tekst) {
    auto kaal = zonder(tekst, " .-");
    if (kaal.size() == 8) kaal.insert(0, "0");
    auto weigering = fout("geen-bsn", "Dit is geen BSN: het heeft negen cijfers, en de controle klopt niet.");
    if (kaal.size() != 9 || !zijn_cijfers(kaal) || kaal == "000000000") return weigering;
    int som = 0;
    for (std::size_t i = 0; i < 9; ++i) som += (kaal[i] - '0') * (i == 8 ? -1 : 9 - static_cast<int>(i));
    return som % 11 == 0 ? Sleutel{std::move(kaal), {}, {}} : weigering;
}

}  // namespace

Sleutel gewone_sleutel(std::string_view soort, std::string_view tekst) {
    if (soort == "voertuig") return kenteken(tekst);
    if (soort == "telefoon") return telefoon(tekst);
    if (soort == "bedrijf") return cijfers(tekst, 8, "geen-kvk-nummer", "Een KVK-nummer heeft acht cijfers.");
    if (soort == "rekening") return rekening(tekst);
    if (soort == "email") return email(tekst);
    if (soort == "adres") return cijfers(tekst, 16, "geen-nummeraanduiding", "Een nummeraanduiding heeft zestien cijfers.");
    if (soort == "vaartuig") return vaartuig(tekst);
    if (soort == "persoon") return bsn(tekst);
    return fout("onbekende-code", "Deze code staat niet in de lijst.");
}

}  // namespace damwand::entiteit
