// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>
#include <vector>

/// The story as data: what comes in, what becomes of it, what a casus holds. Everything in it is invented: people are
/// named after wild plants, companies stand in no register, plates and numbers belong to series that are not given out.
namespace damwand::app::demo {

/// One signaal. `dag` counts back from the day the story ends.
struct Sein {
    std::string_view sleutel;  ///< how the rest of the story points at it; may be empty
    int dag = 0;
    std::string_view bron, thema;
    std::string_view
        adres;  ///< "Staalstraat 7", with ", Kraaiënhoek" outside the town; empty: none. "~…": a place in words
    std::string_view graad;  ///< "B2"
    std::string_view titel, tekst;
    std::string_view vermeldingen{};  ///< see lees_vermeldingen
    /// nieuw · weging1 … weging4 (the weighing that is due; 4: a casus may be opened) · niet, niet1, niet2 (turned down
    /// at the desk, at a weighing) · door, door2 (forwarded) · dubbel · uitgesteld · mono · klaar (mono, then done) ·
    /// riec · riec_klaar · hervat (turned down, then taken up after all) · casus
    std::string_view lot = "casus";
    std::string_view reden{};  ///< of the step that decided
    std::string_view
        naar{};  ///< to whom; which signaal is doubled; the day of a postponement ("+9", "-4" from the end)
    std::string_view afloop{};  ///< klaar and riec_klaar: how it ended. hervat: why it was taken up again
};

/// A source that was consulted. `stand`: o answered, n nothing known, w refused, g asked, t still to ask.
struct Bevraging {
    std::string_view soort;
    char stand = 'o';
    std::string_view antwoord{};  ///< empty: from the list of answers that are always the same
    std::string_view vraag{};     ///< empty: the usual question to this source
    int termijn = 0;              ///< g and t: due so many days after the end of the story (before, when negative)
    double deel = -1;  ///< when it was answered, as a part of the casus from its opening; negative: by itself
};

/// An intervention. `stand`: u done, b under way, p planned, v dropped.
struct Ingreep {
    std::string_view type, omschrijving, uitvoerder, eigenaar;
    char stand = 'u';
    std::string_view resultaat{};
    int termijn = 0;  ///< p and b: due so many days after the end of the story
};

struct Aantekening {
    std::string_view door, tekst;
    double deel = -1;  ///< when, as a part of the casus from its opening; negative: by itself
};

/// One casus, from its signalen to where it stands today.
struct Casusverhaal {
    int open = 0, stil = 0;                            ///< opened and last touched, in days before the end of the story
    std::string_view werknaam, thema, trekker, leden;  ///< leden: user names with commas
    /// informatie · plan · uitvoering · terug (back to informatie once, then on) · bij_riec · monitoring · afronding ·
    /// archief · heropend
    std::string_view fase;
    std::vector<Sein> seinen;
    std::string_view beeld;
    std::string_view hypothese{}, doel{}, strategie{};
    std::vector<Bevraging> bronnen{};
    std::vector<Ingreep> ingrepen{};
    std::vector<Aantekening> notities{};
    std::string_view slot{};          ///< why the last phase began
    std::string_view nieuws{};        ///< terug and heropend: why it went back
    int monitor_tot = 0;              ///< monitoring: last day, counted from the end of the story
    std::string_view vermeldingen{};  ///< of the casus itself
    /// Ties as "who|kind|what|sources", with semicolons: names as mentioned, sources by kind with commas.
    std::string_view verbanden{};
};

// The texts, by what becomes of them.
[[nodiscard]] std::vector<Sein> open_seinen();                 ///< new or being weighed
[[nodiscard]] std::vector<Sein> afgewezen_seinen();            ///< turned down, forwarded, double
[[nodiscard]] std::vector<Sein> gedane_seinen();               ///< one discipline, the RIEC, postponed
[[nodiscard]] std::vector<Casusverhaal> grote_casussen();      ///< five, told at length
[[nodiscard]] std::vector<Casusverhaal> lopende_casussen();    ///< being worked on
[[nodiscard]] std::vector<Casusverhaal> afgelopen_casussen();  ///< with the RIEC, watched, closed

/// What a theme usually is about: for the weighings.
struct Themawoorden {
    std::string_view code, voorziening;
    std::string_view ja[3];     ///< why it may be subversive crime
    std::string_view rol[2];    ///< why the municipality has a role
    std::string_view welke;     ///< the power or department
    std::string_view zwaar[2];  ///< why it takes several parties
};
[[nodiscard]] const Themawoorden& woorden_van(std::string_view thema);
/// A sentence that a team adds to its motivation of this step, for a signaal of this grade. `keus` chooses.
[[nodiscard]] std::string_view slotzin(int stap, std::string_view graad, std::size_t keus);

/// How a source is usually asked, and what it says when it has little to say. `{adres}` stands for the address.
struct Bronwoorden {
    std::string_view soort, grondslag;
    std::string_view vragen[3];
    std::string_view antwoorden[6];  ///< used in turn; the last may be empty
    std::string_view niets[3], geweigerd;
};
[[nodiscard]] const Bronwoorden& bronwoorden_van(std::string_view bronsoort);
/// The grounds of a privacy check in the words of the team. `{adres}` stands for the address.
struct Toetswoorden {
    std::string_view grondslag, verenigbaarheid, noodzaak, proportionaliteit;
};
/// Of check 1; its `grondslag` is the ground on which the source is asked.
[[nodiscard]] const Toetswoorden& toetswoorden_van(std::string_view bronsoort);
[[nodiscard]] const Toetswoorden& toetswoorden_2a(std::size_t keus);
[[nodiscard]] const Toetswoorden& toetswoorden_2b(std::size_t keus);
[[nodiscard]] std::string_view inhoudkeuze(std::size_t keus);  ///< why what a source knows is needed
[[nodiscard]] const std::vector<std::string_view>& redenen_plan();        ///< informatie → plan
[[nodiscard]] const std::vector<std::string_view>& redenen_uitvoering();  ///< plan → uitvoering
[[nodiscard]] const std::vector<std::string_view>& redenen_archief();     ///< afronding → archief

}  // namespace damwand::app::demo
