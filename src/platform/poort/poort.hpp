// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/tijd.hpp"
#include "platform/db/db.hpp"
#include "platform/http/http.hpp"
#include "platform/logboek/logboek.hpp"
#include "platform/toegang/toegang.hpp"
#include "platform/toegang/zegel.hpp"

/// The one way in: session → identity → transaction → authorize → handler → both logs → commit → answer
/// (ontwerp.md §2). Rooms declare routes; nothing else reaches them.
namespace damwand::poort {

/// A declaration that cannot be left out: it has no default, so a route without it does not compile.
template <class T>
class Verplicht {
  public:
    constexpr Verplicht(T waarde) : m_waarde(std::move(waarde)) {}  // NOT explicit: written as the bare value
    template <class U>
        requires std::constructible_from<T, U>
    constexpr Verplicht(U&& waarde) : m_waarde(std::forward<U>(waarde)) {}
    [[nodiscard]] constexpr const T& operator*() const noexcept { return m_waarde; }

  private:
    T m_waarde;
};

/// The right a route needs, a code of toegang.recht; or one of the two below.
inline constexpr std::string_view voor_iedereen = "@openbaar";    ///< anyone, without a session
inline constexpr std::string_view aangemeld = "@aangemeld";  ///< any session

enum class Audit {
    geen,      ///< static facts about the program itself
    openbaar,  ///< public base data: one line per user per ten seconds
    lezen,     ///< every answer is logged with the objects in it
    schrijven  ///< every change is logged
};
enum class Tarief { licht, gewoon, zwaar };  ///< 50, 20 and 2 requests a second per user, with a burst of twice that
enum class Export { geen, open, dossier, massa };

/// A query parameter, for OpenAPI and for refusing unknown ones.
struct Vraag {
    std::string_view naam, uitleg;
};

/// Everything a route must say before it exists. `pad` has `{name}` segments; the last may begin with `_`.
struct Kop {
    Verplicht<http::Methode> methode;
    Verplicht<std::string_view> pad;
    Verplicht<std::string_view> naam;  ///< operationId, and the action in the logs: "signaalTonen"
    Verplicht<std::string_view> recht;
    Verplicht<std::string_view> activiteit;  ///< code of the processing activity
    Verplicht<Audit> audit;
    Verplicht<Tarief> tarief;
    Verplicht<Export> export_klasse;
    std::string_view samenvatting{};  ///< Dutch, one sentence, for the API documentation
    std::vector<Vraag> vragen{};
    bool if_match = false;  ///< needs If-Match
    bool maakt = false;     ///< makes an object: answers 201 and where it is (Gang::gemaakt); anything else answers 200, or 204 without a body
    bool vers = false;      ///< unmasks or destroys: asks fresh proof, as exports of class dossier and massa always do
    std::uint64_t bestand = 0;  ///< takes a file of at most so many bytes as its body (application/octet-stream)
    std::vector<Vraag> koppen{};  ///< headers it reads, for OpenAPI
    [[nodiscard]] bool vraagt_vers_bewijs() const noexcept { return vers || *export_klasse == Export::dossier || *export_klasse == Export::massa; }
};

/// The head of most routes: a GET reads, anything else changes; at the ordinary rate, and nothing is exported.
[[nodiscard]] inline Kop gewone_kop(http::Methode methode, std::string_view pad, std::string_view naam, std::string_view recht, std::string_view activiteit,
                                    std::string_view samenvatting, bool if_match = false) {
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = recht,
            .activiteit = activiteit,
            .audit = methode == http::Methode::get ? Audit::lezen : Audit::schrijven,
            .tarief = Tarief::gewoon,
            .export_klasse = Export::geen,
            .samenvatting = samenvatting,
            .vragen = {},
            .if_match = if_match};
}

/// The same head, of a route that makes an object.
[[nodiscard]] inline Kop maakt(Kop kop) {
    kop.maakt = true;
    return kop;
}

/// No body in, or none out (204).
struct Niets {};

/// A request under way: what a handler may use. One transaction, one subject, and the collector of both logs.
class Gang {
  public:
    Gang(const http::Verzoek& verzoek, const Kop& kop, toegang::Subject& wie, db::Transactie& tx, std::int16_t activiteit,
         const logboek::Pseudoniem& pseudoniem, const toegang::Zegel* kluis)
        : m_verzoek(verzoek), m_kop(kop), m_wie(wie), m_tx(tx), m_activiteit(activiteit), m_pseudoniem(pseudoniem), m_kluis(kluis) {}

    [[nodiscard]] db::Transactie& tx() noexcept { return m_tx; }
    [[nodiscard]] const toegang::Subject& wie() const noexcept { return m_wie; }
    [[nodiscard]] const http::Verzoek& verzoek() const noexcept { return m_verzoek; }
    [[nodiscard]] std::int16_t activiteit() const noexcept { return m_activiteit; }  ///< version valid today
    [[nodiscard]] const logboek::Pseudoniem& pseudoniem() const noexcept { return m_pseudoniem; }  ///< keyed hashes, as the logs hold them
    /// Closes what may stand in the database closed only. Throws niet_beschikbaar (503) where there is no key.
    [[nodiscard]] const toegang::Zegel& kluis() const;

    /// Path segment as a strong id; a malformed one is "not there".
    template <class T>
    [[nodiscard]] T id(std::string_view naam) const {
        if (auto gelezen = T::lees(segment(naam))) return *gelezen;
        throw onbekend();
    }
    [[nodiscard]] std::string segment(std::string_view naam) const;
    [[nodiscard]] std::optional<std::string> vraag(std::string_view naam) const { return m_verzoek.vraag(naam); }

    /// The version the caller saw (If-Match). Throws `if-match-ontbreekt` (400).
    [[nodiscard]] int gezien() const;
    /// Throws `verouderd` (412) unless `huidig` is the version the caller saw.
    void eis_gezien(int huidig) const;
    void etag(int versie) { m_etag = versie; }
    /// What a route that `maakt` made, and where it is: the Location of its 201.
    void gemaakt(std::string plaats, const Uuid& id) {
        m_plaats = std::move(plaats);
        m_gemaakt = id;
    }
    void kop(std::string naam, std::string waarde) { m_koppen.emplace_back(std::move(naam), std::move(waarde)); }

    /// The one decision (veiligheid.md rule 1), for an object just read: throws onbekend() when it is not the subject's
    /// to know of, verboden when it may be seen but not this. Records the object for the logs.
    void sta_toe(const toegang::Object& object);
    /// An audience that this very request made, whose member the subject is.
    void kom_in(int zicht);

    // What the logs will say. Objects: signaal, melding, casus, document, overleg, verzoek, persoon and companies with
    // a natural person as owner; child rows count as their parent.
    void raakt(const Uuid& object) { m_log.objecten.insert(object); }
    void raakt_persoon(const Uuid& betrokkene) { m_log.betrokkenen.insert(betrokkene); }
    /// What somebody typed to find files or people by: its keyed hash goes into the log, and what may be a name or address of his own is compared.
    void zoekt_op(std::string_view tekst);
    void raakt_merken(logboek::Merken merken) { m_log.merken.merge(merken); }  ///< names and addresses looked at or for
    void onderwerp(std::string_view soort, const Uuid& object);
    void casus(const Uuid& casus) { m_log.casus = casus; }

    /// What part of the map was looked at, as one code without spaces. Asked only when this request gets a line in the log.
    void bekijkt(std::function<std::string()> uitsnede) { m_uitsnede = std::move(uitsnede); }

    /// An event for live lists: only id and version travel (ontwerp.md §3).
    void meld(std::string_view soort, const Uuid& object, int versie, int zicht);

    /// Done once the transaction stands, and not when it fails: to wake somebody who would not see it earlier.
    void na_vastleggen(std::function<void()> daarna) { m_daarna.push_back(std::move(daarna)); }

    [[nodiscard]] const logboek::Regels& log() const noexcept { return m_log; }
    [[nodiscard]] const std::vector<std::function<void()>>& daarna() const noexcept { return m_daarna; }
    [[nodiscard]] std::string uitsnede() const { return m_uitsnede ? m_uitsnede() : std::string{}; }
    [[nodiscard]] std::optional<int> etag() const noexcept { return m_etag; }
    [[nodiscard]] const std::string& plaats() const noexcept { return m_plaats; }
    [[nodiscard]] const std::optional<Uuid>& gemaakt() const noexcept { return m_gemaakt; }
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& koppen() const noexcept { return m_koppen; }
    std::map<std::string, std::string, std::less<>> segmenten;  ///< filled by the router

  private:
    const http::Verzoek& m_verzoek;
    const Kop& m_kop;
    toegang::Subject& m_wie;
    db::Transactie& m_tx;
    std::int16_t m_activiteit;
    const logboek::Pseudoniem& m_pseudoniem;
    const toegang::Zegel* m_kluis;
    logboek::Regels m_log;
    std::optional<int> m_etag;
    std::string m_plaats;
    std::optional<Uuid> m_gemaakt;
    std::vector<std::pair<std::string, std::string>> m_koppen;
    std::vector<std::function<void()>> m_daarna;
    std::function<std::string()> m_uitsnede;
};

/// A declared route: its head, its handler on JSON, and the schemas of what goes in and out.
struct Route {
    Kop kop;
    std::function<std::optional<json::bj::value>(Gang&)> doe;
    std::function<json::bj::value(json::SchemaBoek&)> invoer, uitvoer;  ///< empty: none
    /// Sign-in and the like: no session yet, so it keeps its own transaction and its own audit line.
    std::function<http::Antwoord(const http::Verzoek&)> zelf{};
    /// A stream instead of a body: made inside the gate, read later under the same session.
    std::function<http::Antwoord(Gang&)> stroom{};
    std::string_view mediatype = "text/event-stream";  ///< of that stream
};

/// What it answers when all went well: OpenAPI says so and the counter does so.
[[nodiscard]] inline int status_van(const Route& r) { return r.kop.maakt ? 201 : r.uitvoer || r.stroom ? 200 : r.zelf ? 303 : 204; }

/// The only way to make a Route. `doe` is `Uit(Gang&)` or `Uit(Gang&, In)`; In is read and checked before it is called.
template <class In, class Uit, class F>
[[nodiscard]] Route route(Kop kop, F doe) {
    Route r{.kop = std::move(kop), .doe = {}, .invoer = {}, .uitvoer = {}, .zelf = {}, .stroom = {}};
    if constexpr (!std::same_as<In, Niets>) {
        r.invoer = [](json::SchemaBoek& b) { return json::Vorm<In>::schema(b); };
    }
    if constexpr (!std::same_as<Uit, Niets>) {
        r.uitvoer = [](json::SchemaBoek& b) { return json::Vorm<Uit>::schema(b); };
    }
    r.doe = [doe = std::move(doe)](Gang& gang) -> std::optional<json::bj::value> {
        const auto roep = [&] {
            if constexpr (std::same_as<In, Niets>) {
                return doe(gang);
            } else {
                return doe(gang, json::lees<In>(json::ontleed(gang.verzoek().lijf)));
            }
        };
        if constexpr (std::same_as<Uit, Niets>) {
            roep();
            return std::nullopt;
        } else {
            return json::schrijf(roep());
        }
    };
    return r;
}

/// The page of a list: what lists of every room answer.
template <class T>
struct Lijst {
    std::vector<T> resultaten;
    std::optional<std::string> volgende;
};

}  // namespace damwand::poort

namespace damwand::json {
/// `{resultaten: […], volgende: string|null}`; the schema is named after the row.
template <class T>
struct Vorm<poort::Lijst<T>> {
    static bj::value schrijf(const poort::Lijst<T>& w) {
        return {{"resultaten", Vorm<std::vector<T>>::schrijf(w.resultaten)},
                {"volgende", Vorm<std::optional<std::string>>::schrijf(w.volgende)}};
    }
    static bj::value schema(SchemaBoek& b) {
        return {{"type", "object"},
                {"properties", bj::object{{"resultaten", Vorm<std::vector<T>>::schema(b)},
                                          {"volgende", Vorm<std::optional<std::string>>::schema(b)}}},
                {"required", bj::array{"resultaten", "volgende"}}};
    }
};
}  // namespace damwand::json
