// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "werk/interventie/interventie.hpp"

/// Looking back on a casus that closes, and lessons that go on without it. What is written about a casus stays with it and is
/// destroyed with it; a lesson is written anew, read by a second person for what would be recognised, and then stands apart:
/// no row leads from it to a casus or a person (ADR 0045).
namespace damwand::leren {

struct Lesmerk;
using LesId = Id<Lesmerk>;
struct Lesvoorstelmerk;
using LesvoorstelId = Id<Lesvoorstelmerk>;

[[nodiscard]] bool is_effect(std::string_view code) noexcept;
/// Looking back is for the closing phase and for the archive.
[[nodiscard]] constexpr bool kan_evalueren(casus::Fase fase) noexcept { return fase == casus::Fase::afronding || fase == casus::Fase::archief; }

/// What an intervention brought about.
struct Effect {
    InterventieId interventie;
    std::string effect;  ///< bereikt, deels, niet, averechts or onbekend
    std::string toelichting;
};
BOOST_DESCRIBE_STRUCT(Effect, (), (interventie, effect, toelichting))

/// A lesson on its way out: with the casus, until somebody else reads it and says that it leads back to nobody.
struct Lesvoorstel {
    LesvoorstelId id;
    std::string thema, titel, tekst;
    std::vector<std::string> instrumenten;  ///< stamcode interventietype
    std::string staat;                      ///< voorgelegd, gedeeld or teruggegeven
    std::optional<std::string> reden;       ///< of the decision
    toegang::Collega door;
    Tijdstip op;
    std::optional<toegang::Collega> besloten_door;
    std::optional<Tijdstip> besloten_op;
    std::vector<casus::Herkenning> herkenbaar;  ///< what the machine recognises in it, while it waits
    int versie = 1;
};
BOOST_DESCRIBE_STRUCT(Lesvoorstel, (), (id, thema, titel, tekst, instrumenten, staat, reden, door, op, besloten_door, besloten_op, herkenbaar, versie))

struct Evaluatie {
    bool kan = false;  ///< the phase allows it
    std::string wat_werkte, wat_niet, anders;
    std::vector<Effect> effecten;
    std::optional<toegang::Collega> door;
    std::optional<Tijdstip> op;
    std::vector<Lesvoorstel> lessen;  ///< oldest first
    int versie = 0;                   ///< 0: nobody looked back yet
};
BOOST_DESCRIBE_STRUCT(Evaluatie, (), (kan, wat_werkte, wat_niet, anders, effecten, door, op, lessen, versie))

struct EffectNieuw {
    InterventieId interventie;
    Code effect;
    Tekst<0, 2000> toelichting;
};
BOOST_DESCRIBE_STRUCT(EffectNieuw, (), (interventie, effect, toelichting))
struct EvaluatieNieuw {
    Tekst<0, 4000> wat_werkte, wat_niet, anders;
    std::vector<EffectNieuw> effecten;  ///< those that are not named keep what they had
};
BOOST_DESCRIBE_STRUCT(EvaluatieNieuw, (), (wat_werkte, wat_niet, anders, effecten))

struct LesvoorstelNieuw {
    Code thema;
    Tekst<5, 120> titel;
    Tekst<40, 4000> tekst;
    std::vector<Code> instrumenten;
};
BOOST_DESCRIBE_STRUCT(LesvoorstelNieuw, (), (thema, titel, tekst, instrumenten))
struct LesvoorstelBesluit {
    Code besluit;                         ///< gedeeld or teruggegeven
    std::optional<Tekst<10, 2000>> reden;  ///< needed to give it back, and to share it although the machine recognised something
};
BOOST_DESCRIBE_STRUCT(LesvoorstelBesluit, (), (besluit, reden))

/// A lesson for everybody of the organisation.
struct Les {
    LesId id;
    std::string thema, titel, tekst;
    std::vector<std::string> instrumenten;
    Datum maand{};  ///< the first day of the month in which it was shared: a day would point at the casus
};
BOOST_DESCRIBE_STRUCT(Les, (), (id, thema, titel, tekst, instrumenten, maand))
struct LesIntrekking {
    LesId les;
};
BOOST_DESCRIBE_STRUCT(LesIntrekking, (), (les))

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::leren
