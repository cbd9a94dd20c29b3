// SPDX-License-Identifier: EUPL-1.2
#include "platform/logboek/zegel.hpp"

#include <sodium.h>

#include <cstring>
#include <stdexcept>

namespace damwand::logboek {
namespace {

constexpr std::uint32_t bytea = 17, int8 = 20, int2 = 21, int4 = 23, text = 25, timestamptz = 1184, uuid = 2950;

template <class T>
void voeg(std::string& doel, T getal) {
    for (int i = static_cast<int>(sizeof(T)) - 1; i >= 0; --i) doel += static_cast<char>(static_cast<std::uint64_t>(getal) >> (8 * i));
}
template <class T>
void voeg_veld(std::string& doel, std::uint32_t oid, T getal) {
    voeg(doel, oid);
    voeg(doel, static_cast<std::uint32_t>(sizeof(T)));
    voeg(doel, getal);
}

std::uint64_t lees(std::string_view bytes) {
    std::uint64_t uit = 0;
    for (const char c : bytes) uit = uit << 8 | static_cast<unsigned char>(c);
    return uit;
}

[[noreturn]] void onleesbaar() { throw std::runtime_error("COPY of the logs: not a tuple"); }

std::string_view neem(std::string_view& rest, std::size_t aantal) {
    if (rest.size() < aantal) onleesbaar();
    const auto uit = rest.substr(0, aantal);
    rest.remove_prefix(aantal);
    return uit;
}

}  // namespace

std::string_view als_tekst(const Som& som) { return {reinterpret_cast<const char*>(som.data()), som.size()}; }

Som sha256(std::string_view bytes) {
    Som uit{};
    crypto_hash_sha256(uit.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return uit;
}

std::optional<Som> som_van_hex(std::string_view hex) {
    Som uit{};
    std::size_t gelezen = 0;
    if (hex.size() != uit.size() * 2 || sodium_hex2bin(uit.data(), uit.size(), hex.data(), hex.size(), nullptr, &gelezen, nullptr) != 0 || gelezen != uit.size()) return std::nullopt;
    return uit;
}

Som Zegel::hash() const {
    std::string b(als_tekst(vorige));
    voeg(b, std::uint32_t{5});
    voeg_veld(b, int2, baan.organisatie);
    voeg_veld(b, int2, baan.nummer);
    voeg_veld(b, int8, volgnummer);
    voeg(b, uuid);
    voeg(b, std::uint32_t{16});
    b.append(reinterpret_cast<const char*>(operatie.bytes.data()), operatie.bytes.size());
    voeg_veld(b, int2, regels);
    b += als_tekst(inhoud);
    return sha256(b);
}

Som begin_van(Baan baan) {
    std::string b = "damwand-baan";
    voeg(b, std::uint32_t{2});
    voeg_veld(b, int2, baan.organisatie);
    voeg_veld(b, int2, baan.nummer);
    return sha256(b);
}

Tupel::Tupel(std::string_view bytes) {
    constexpr std::string_view kenmerk("PGCOPY\n\377\r\n\0", 11);
    if (bytes.starts_with(kenmerk)) {
        bytes.remove_prefix(kenmerk.size() + 4);  // flags
        neem(bytes, lees(neem(bytes, 4)));        // extension
        if (bytes.empty()) onleesbaar();
    }
    m_aantal = static_cast<std::int16_t>(lees(neem(bytes, 2)));
    for (std::int16_t i = 0; i < m_aantal; ++i) {
        const auto lengte = static_cast<std::int32_t>(lees(neem(bytes, 4)));
        if (lengte >= 0) m_velden.at(static_cast<std::size_t>(i)) = neem(bytes, static_cast<std::size_t>(lengte));
    }
}

std::int64_t Tupel::getal(std::size_t veld) const {
    const auto b = bytes(veld);
    switch (b.size()) {
        case 2: return static_cast<std::int16_t>(lees(b));
        case 4: return static_cast<std::int32_t>(lees(b));
        case 8: return static_cast<std::int64_t>(lees(b));
        default: onleesbaar();
    }
}

Uuid Tupel::uuid(std::size_t veld) const {
    Uuid uit;
    const auto b = bytes(veld);
    if (b.size() != uit.bytes.size()) onleesbaar();
    std::memcpy(uit.bytes.data(), b.data(), b.size());
    return uit;
}

Som Tupel::som(std::size_t veld) const {
    Som uit{};
    const auto b = bytes(veld);
    if (b.size() != uit.size()) onleesbaar();
    std::memcpy(uit.data(), b.data(), b.size());
    return uit;
}

std::string Tupel::uuids(std::size_t veld) const {
    auto rest = bytes(veld);
    const auto dimensies = lees(neem(rest, 4));
    neem(rest, 4);  // whether there are nulls: a length below says so
    if (lees(neem(rest, 4)) != logboek::uuid || dimensies > 1) onleesbaar();
    if (dimensies == 1) neem(rest, 8);  // how many, and from where
    std::string uit;
    uit.reserve(rest.size());
    while (!rest.empty()) {
        if (lees(neem(rest, 4)) != sizeof(Uuid)) onleesbaar();
        uit += neem(rest, sizeof(Uuid));
    }
    return uit;
}

Som Tupel::record_som(std::span<const std::uint32_t> oids) const {
    if (static_cast<std::int16_t>(oids.size()) > m_aantal) onleesbaar();
    std::string b;
    b.reserve(512);
    voeg(b, static_cast<std::uint32_t>(oids.size()));
    for (std::size_t i = 0; i < oids.size(); ++i) {
        voeg(b, oids[i]);
        if (const auto& veld = m_velden[i]) {
            voeg(b, static_cast<std::uint32_t>(veld->size()));
            b += *veld;
        } else {
            voeg(b, std::uint32_t{0xFFFFFFFF});
        }
    }
    return sha256(b);
}

Kolommen audit_kolommen() {
    static constexpr std::array<std::uint32_t, 18> oids{int2, uuid, timestamptz, uuid, text, text, uuid, text, int2, text, uuid, uuid, text, int2, text, text, int4, bytea};
    return {"organisatie, operatie, tijd, actor, rol, acr, sessie, actie, activiteit, object_soort, object_id, casus, resultaat,"
            " status, oorsprong, toelichting, geraakt_aantal, geraakt_som", oids};
}

Kolommen verwerking_kolommen() {
    static constexpr std::array<std::uint32_t, 11> oids{int2, uuid, int2, bytea, int2, bytea, text, text, int2, timestamptz, timestamptz};
    return {"organisatie, operatie, regel, trace_id, activiteit, betrokkene, betrokkene_soort, naam, status, start_tijd, eind_tijd", oids};
}

std::string achter_elkaar(std::span<const Som> verwerkingen) {
    std::string uit;
    for (const auto& v : verwerkingen) uit += als_tekst(v);
    return uit;
}

Som inhoud_van(const Som& audit, std::string_view verwerkingen) { return sha256(std::string(als_tekst(audit)).append(verwerkingen)); }

}  // namespace damwand::logboek
