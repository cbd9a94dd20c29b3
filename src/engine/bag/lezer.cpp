// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/lezer.hpp"

#include <fmt/format.h>

#include <libxml/parser.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "base/fout.hpp"
#include "engine/bag/archief.hpp"
#include "engine/bag/document.hpp"
#include "engine/bag/ploeg.hpp"

namespace damwand::bag {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t meeste_overgeslagen = 200;

bool eindigt_op(std::string_view naam, std::string_view einde) {
    return naam.size() >= einde.size() &&
           std::equal(einde.begin(), einde.end(), naam.end() - static_cast<std::ptrdiff_t>(einde.size()),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b); });
}

std::string_view laatste_naam(std::string_view pad) {
    const auto streep = pad.rfind('/');
    return streep == std::string_view::npos ? pad : pad.substr(streep + 1);
}

/// What operating systems leave behind in folders and zips: __MACOSX/, .DS_Store, ._name, Thumbs.db.
bool is_rommel(std::string_view pad) {
    return pad.starts_with("__MACOSX/") || pad.find("/__MACOSX/") != std::string_view::npos ||
           laatste_naam(pad).starts_with('.');
}

enum class Deelsoort { rommel, xml, zip };

Deelsoort soort_van(std::string_view pad) {
    if (is_rommel(pad)) return Deelsoort::rommel;
    if (eindigt_op(pad, ".xml")) return Deelsoort::xml;
    return eindigt_op(pad, ".zip") ? Deelsoort::zip : Deelsoort::rommel;
}

bool is_leveringsdocument(std::string_view pad) { return laatste_naam(pad).starts_with("Leveringsdocument"); }

/// The part [van, van + bytes) of all compressed bytes that something stands for.
struct Aandeel {
    double van = 0;
    double bytes = 0;
};

/// An archive that more than one thread reads from, one at a time.
struct Gedeeld {
    std::string inhoud;  ///< when it is in memory
    std::optional<Archief> archief;
    std::mutex slot;
};

void tel_op(Telling& som, const Telling& bij) {
    som.gelezen += bij.gelezen;
    som.aangeboden += bij.aangeboden;
    som.afgekeurd += bij.afgekeurd;
}

/// One call of `lees`.
class Lezing {
  public:
    Lezing(Afnemer& afnemer, const LeesOpties& opties) : m_afnemer(afnemer), m_opties(opties), m_ploeg([this](Taak& taak) { neem(taak); }) {}

    Leesverslag paden(std::span<const fs::path> bronnen);
    Leesverslag geheugen(std::string_view inhoud, const std::string& naam);

  private:
    void pad(const fs::path& pad, const std::string& naam, Aandeel aandeel);
    void archief(const std::shared_ptr<Gedeeld>& archief, int diepte, Aandeel aandeel);
    void binnenzip(Gedeeld& buiten, const ZipDeel& deel, int diepte, Aandeel aandeel);
    void document(const std::string& naam, const Lees& lees, std::uint64_t uitgepakt, Aandeel aandeel, std::string_view alles = {});
    [[nodiscard]] bool ernaast(const std::shared_ptr<Gedeeld>& archief, const ZipDeel& deel, Aandeel aandeel);
    void neem(Taak& taak);
    void wacht_af() {
        m_ploeg.maak_af([&] { meld(0); });
    }
    /// What was given to the crew before a fault came earlier in the delivery, so its faults come first.
    template <class Werk>
    void in_orde(const Werk& werk) {
        try {
            werk();
        } catch (...) {
            m_ploeg.maak_af([] {});
            throw;
        }
        wacht_af();
    }
    void sla_over(std::string_view pad);
    void meld(double gedaan);
    Leesverslag klaar(std::string_view bron);

    Afnemer& m_afnemer;
    const LeesOpties& m_opties;
    Leesverslag m_verslag;
    std::uint64_t m_totaal = 0;
    double m_verst = 0;
    std::atomic<bool> m_stop = false;
    Ploeg m_ploeg;  // last: it ends before what it uses
};

/// Adds what one file gave to what the files before it gave.
void Lezing::neem(Taak& taak) {
    auto& v = taak.verslag;
    for (std::size_t soort = 0; soort < v.objecten.size(); ++soort) {
        for (std::size_t type = 0; type < v.objecten[soort].size(); ++type) tel_op(m_verslag.objecten[soort][type], v.objecten[soort][type]);
    }
    tel_op(m_verslag.in_onderzoek, v.in_onderzoek);
    tel_op(m_verslag.gemeente_woonplaats, v.gemeente_woonplaats);
    tel_op(m_verslag.vreemd, v.vreemd);
    for (const auto& [naam, aantal] : v.onbekend) m_verslag.onbekend[m_verslag.onbekend.size() >= meeste_onbekend && !m_verslag.onbekend.contains(naam) ? "…" : naam] += aantal;
    m_verslag.xml_bestanden += v.xml_bestanden;
    m_verslag.xml_bytes += v.xml_bytes;
    m_verslag.met_hoogte += v.met_hoogte;
    m_verslag.afgerond += v.afgerond;
    meng_levering(m_verslag.levering, v.levering);
    m_afnemer.voeg_in(*taak.tak);
}

/// Gives a part with objects to the crew, when there is one. The head of such a part says nothing that its delivery did not say.
bool Lezing::ernaast(const std::shared_ptr<Gedeeld>& archief, const ZipDeel& deel, Aandeel aandeel) {
    if (m_opties.mutaties || m_verslag.levering.standdatum == Datum{} || !soort_uit_naam(laatste_naam(deel.naam))) return false;
    auto taak = std::make_shared<Taak>();
    taak->tak = m_afnemer.tak();
    if (!taak->tak) return false;
    taak->verslag.levering = m_verslag.levering;
    taak->doe = [this, archief, deel, aandeel](Taak& t, bool eigen) {
        const auto meld_of_stop = [&](double gedaan) {
            if (eigen) return meld(gedaan);
            if (m_stop) throw Fout(FoutSoort::botsing, "afgebroken", "Het lezen is op verzoek afgebroken.");
        };
        std::string_view alles;
        std::unique_lock slot(archief->slot);
        Lees stroom;
        auto vooruit = archief->archief->pak_vast_uit(deel, std::launch::deferred);
        if (vooruit.valid()) {
            slot.unlock();
            vooruit.wait();  // unpacked here
            slot.lock();
        }
        stroom = archief->archief->open(deel, std::move(vooruit), &alles);
        if (!alles.empty()) slot.unlock();  // else it comes through the archive
        std::uint64_t gelezen = 0;
        const Lees met_voortgang = [&](char* buffer, std::size_t grootte) {
            const std::size_t aantal = stroom(buffer, grootte);
            gelezen += aantal;
            meld_of_stop(aandeel.van + std::min(1.0, static_cast<double>(gelezen) / static_cast<double>(std::max<std::uint64_t>(1, deel.uitgepakt))) * aandeel.bytes);
            return aantal;
        };
        lees_document(archief->archief->naam() + '/' + deel.naam, met_voortgang, *t.tak, t.verslag, m_opties, alles);
    };
    m_ploeg.geef(std::move(taak));
    return true;
}

void Lezing::meld(double gedaan) {
    if (!m_opties.voortgang) return;
    m_verst = std::max(m_verst, gedaan);
    const auto stand = Stand{.gedaan = std::min(static_cast<std::uint64_t>(m_verst), m_totaal), .totaal = m_totaal};
    if (m_opties.voortgang(stand)) return;
    m_stop = true;
    throw Fout(FoutSoort::botsing, "afgebroken", "Het lezen is op verzoek afgebroken.");
}

void Lezing::sla_over(std::string_view pad) {
    if (pad.ends_with('/')) return;
    std::string naam{laatste_naam(pad)};
    if (m_verslag.overgeslagen.size() >= meeste_overgeslagen && !m_verslag.overgeslagen.contains(naam)) naam = "…";
    ++m_verslag.overgeslagen[naam];
}

void Lezing::document(const std::string& naam, const Lees& lees, std::uint64_t uitgepakt, Aandeel aandeel, std::string_view alles) {
    std::uint64_t gelezen = 0;
    const Lees met_voortgang = [&](char* buffer, std::size_t grootte) {
        const std::size_t aantal = lees(buffer, grootte);
        gelezen += aantal;
        const double deel =
            uitgepakt == 0 ? 1.0 : std::min(1.0, static_cast<double>(gelezen) / static_cast<double>(uitgepakt));
        meld(aandeel.van + deel * aandeel.bytes);
        return aantal;
    };
    lees_document(naam, met_voortgang, m_afnemer, m_verslag, m_opties, alles);
}

void Lezing::binnenzip(Gedeeld& buiten, const ZipDeel& deel, int diepte, Aandeel aandeel) {
    const std::string naam = buiten.archief->naam() + '/' + deel.naam;
    std::unique_lock slot(buiten.slot);
    if (diepte >= m_opties.diepste_zip)
        throw Fout(FoutSoort::ongeldig, "bag-te-groot", naam + ": de zipbestanden zijn te diep in elkaar verpakt.");
    const auto te_groot = [&] {
        return Fout(FoutSoort::ongeldig, "bag-te-groot", naam + ": het zipbestand is uitgepakt te groot.");
    };
    if (deel.uitgepakt > m_opties.grootste_binnenzip) throw te_groot();
    Lees stroom = buiten.archief->open(deel);
    const auto binnen = std::make_shared<Gedeeld>();
    std::string buffer(64U << 10U, '\0');
    if (deel.uitgepakt <= m_opties.grootste_in_geheugen) {
        auto& inhoud = binnen->inhoud;
        for (std::size_t n = 0; (n = stroom(buffer.data(), buffer.size())) != 0;) {
            inhoud.append(buffer, 0, n);
            if (inhoud.size() > m_opties.grootste_in_geheugen) throw te_groot();
        }
        stroom = {};
        slot.unlock();
        binnen->archief = Archief::open_geheugen(inhoud, naam);
        return archief(binnen, diepte + 1, aandeel);
    }
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> bestand{naamloos_bestand(m_opties.tijdelijk), &std::fclose};
    std::uint64_t geschreven = 0;
    for (std::size_t n = 0; (n = stroom(buffer.data(), buffer.size())) != 0;) {
        geschreven += n;
        if (geschreven > m_opties.grootste_binnenzip) throw te_groot();
        meld(aandeel.van);
        if (std::fwrite(buffer.data(), 1, n, bestand.get()) != n)
            throw Fout(FoutSoort::intern, "bag-tijdelijk",
                       naam + ": de tijdelijke map is vol. Maak ruimte en probeer opnieuw.");
    }
    if (std::fflush(bestand.get()) != 0)
        throw Fout(FoutSoort::intern, "bag-tijdelijk",
                   naam + ": de tijdelijke map is vol. Maak ruimte en probeer opnieuw.");
    stroom = {};
    slot.unlock();
    binnen->archief = Archief::open_bestand(bestand.release(), naam);
    archief(binnen, diepte + 1, aandeel);
}

void Lezing::archief(const std::shared_ptr<Gedeeld>& gedeeld, int diepte, Aandeel aandeel) {
    const auto& archief = *gedeeld->archief;
    auto delen = archief.delen();
    // What the delivery says about itself comes first; the rest in the order of the archive.
    const auto eerst =
        std::find_if(delen.begin(), delen.end(), [](const ZipDeel& d) { return is_leveringsdocument(d.naam); });
    if (eerst != delen.end()) std::rotate(delen.begin(), eerst, eerst + 1);
    double ingepakt = 1;
    for (const auto& deel : delen) ingepakt += static_cast<double>(deel.ingepakt);
    Archief::Vooruit vooruit;  // the next file, while this one is read
    for (auto plek = delen.begin(); plek != delen.end(); ++plek) {
        const auto& deel = *plek;
        const Aandeel van_deel{aandeel.van, aandeel.bytes * static_cast<double>(deel.ingepakt) / ingepakt};
        aandeel.van += van_deel.bytes;
        const std::string naam = archief.naam() + '/' + deel.naam;
        switch (soort_van(deel.naam)) {
            case Deelsoort::rommel:
                sla_over(deel.naam);
                break;
            case Deelsoort::xml: {
                if (ernaast(gedeeld, deel, van_deel)) {
                    vooruit = {};
                    break;
                }
                wacht_af();
                std::string_view alles;
                const auto stroom = archief.open(deel, vooruit.valid() ? std::move(vooruit) : archief.pak_vast_uit(deel), &alles);
                vooruit = {};
                if (const auto volgende = plek + 1; volgende != delen.end() && soort_van(volgende->naam) == Deelsoort::xml) vooruit = archief.pak_vast_uit(*volgende);
                document(naam, stroom, deel.uitgepakt, van_deel, alles);
                break;
            }
            case Deelsoort::zip:
                binnenzip(*gedeeld, deel, diepte, van_deel);
                break;
        }
    }
}

void Lezing::pad(const fs::path& pad, const std::string& naam, Aandeel aandeel) {
    std::ifstream in(pad, std::ios::binary);
    char begin[4] = {};
    in.read(begin, sizeof begin);
    if (in.bad() || !in.is_open())
        throw Fout(FoutSoort::ongeldig, "bag-onleesbaar",
                   naam + ": dit bestand kan niet worden gelezen. Controleer de naam en de rechten.");
    if (in.gcount() == 0)
        throw Fout(FoutSoort::ongeldig, "bag-geen-bag", naam + ": het bestand is leeg. Haal het opnieuw op.");
    if (begin[0] == 'P' && begin[1] == 'K') {
        const auto gedeeld = std::make_shared<Gedeeld>();
        gedeeld->archief = Archief::open_pad(pad, naam);
        return archief(gedeeld, 1, aandeel);
    }
    if (!eindigt_op(naam, ".zip") && begin[0] != '\0') {
        in.clear();
        in.seekg(0);
        const Lees lees = [&](char* buffer, std::size_t grootte) -> std::size_t {
            in.read(buffer, static_cast<std::streamsize>(grootte));
            if (in.bad())
                throw Fout(FoutSoort::ongeldig, "bag-onleesbaar",
                           naam + ": het lezen mislukte halverwege. Probeer opnieuw.");
            return static_cast<std::size_t>(in.gcount());
        };
        wacht_af();
        return document(naam, lees, fs::file_size(pad), aandeel);
    }
    throw Fout(FoutSoort::ongeldig, "bag-zip-kapot", naam + ": dit is geen zipbestand. Haal het opnieuw op.");
}

Leesverslag Lezing::klaar(std::string_view bron) {
    if (m_verslag.xml_bestanden == 0)
        throw Fout(FoutSoort::ongeldig, "bag-geen-bag",
                   fmt::format("{}: hierin zit geen enkel BAG-bestand. Geef het bestand op zoals het Kadaster het "
                               "leverde.",
                               bron));
    meld(static_cast<double>(m_totaal));
    return std::move(m_verslag);
}

Leesverslag Lezing::paden(std::span<const fs::path> bronnen) {
    struct Bestand {
        fs::path pad;
        std::string naam;
        std::uint64_t grootte;
    };
    std::vector<Bestand> bestanden;
    for (const auto& bron : bronnen) {
        std::error_code fout;
        if (!fs::exists(bron, fout))
            throw Fout(FoutSoort::ongeldig, "bag-onleesbaar", bron.string() + ": dit bestand bestaat niet.");
        if (!fs::is_directory(bron)) {
            bestanden.push_back({bron, bron.filename().string(), fs::file_size(bron)});
            continue;
        }
        const auto eerste = static_cast<std::ptrdiff_t>(bestanden.size());
        for (const auto& item : fs::recursive_directory_iterator(bron)) {
            if (!item.is_regular_file()) continue;
            const std::string naam = item.path().lexically_relative(bron.parent_path()).generic_string();
            if (soort_van(item.path().lexically_relative(bron).generic_string()) == Deelsoort::rommel)
                sla_over(naam);
            else
                bestanden.push_back({item.path(), naam, item.file_size()});
        }
        std::sort(bestanden.begin() + eerste, bestanden.end(), [](const Bestand& a, const Bestand& b) {
            const bool eerst_a = is_leveringsdocument(a.naam), eerst_b = is_leveringsdocument(b.naam);
            return eerst_a != eerst_b ? eerst_a : a.naam < b.naam;
        });
    }
    for (const auto& bestand : bestanden) m_totaal += bestand.grootte;
    in_orde([&] {
        double van = 0;
        for (const auto& bestand : bestanden) {
            pad(bestand.pad, bestand.naam, {van, static_cast<double>(bestand.grootte)});
            van += static_cast<double>(bestand.grootte);
        }
    });
    return klaar(bronnen.empty() ? "(niets opgegeven)" : bronnen.front().string());
}

Leesverslag Lezing::geheugen(std::string_view inhoud, const std::string& naam) {
    m_totaal = inhoud.size();
    const Aandeel alles{0, static_cast<double>(inhoud.size())};
    if (inhoud.starts_with("PK")) {
        const auto gedeeld = std::make_shared<Gedeeld>();
        gedeeld->archief = Archief::open_geheugen(inhoud, naam);
        in_orde([&] { archief(gedeeld, 1, alles); });
    } else {
        const Lees lees = [rest = inhoud](char* buffer, std::size_t grootte) mutable {
            const auto aantal = std::min(grootte, rest.size());
            std::memcpy(buffer, rest.data(), aantal);
            rest.remove_prefix(aantal);
            return aantal;
        };
        document(naam, lees, inhoud.size(), alles);
    }
    return klaar(naam);
}

}  // namespace

Telling Leesverslag::totaal() const {
    Telling som;
    const auto tel = [&](const Telling& t) { tel_op(som, t); };
    for (const auto& soort : objecten) std::for_each(soort.begin(), soort.end(), tel);
    for (const auto* t : {&in_onderzoek, &gemeente_woonplaats, &vreemd}) tel(*t);
    return som;
}

Leesverslag lees(std::span<const fs::path> bronnen, Afnemer& afnemer, const LeesOpties& opties) {
    xmlInitParser();  // before there are threads
    return Lezing{afnemer, opties}.paden(bronnen);
}

Leesverslag lees_geheugen(std::string_view inhoud, std::string_view naam, Afnemer& afnemer, const LeesOpties& opties) {
    xmlInitParser();
    return Lezing{afnemer, opties}.geheugen(inhoud, std::string(naam));
}

}  // namespace damwand::bag
