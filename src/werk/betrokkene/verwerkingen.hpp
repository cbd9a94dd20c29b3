// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "werk/archief/archief.hpp"

/// The register of processing activities (AVG 30) to take along, and the impact assessment (AVG 35(7)) filled as far as the
/// data goes: what only people can judge is marked for them.
namespace damwand::betrokkene {

/// A version of an activity, and the roles that may use it today.
struct Verwerking {
    std::string code;
    int versie = 1;
    std::string naam, doel, grondslag_avg, grondslag_wet, regime;
    std::vector<std::string> betrokkenen, gegevens, ontvangers, rollen;
    std::string bewaartermijn;  ///< in words
    bool vertrouwelijk = false;
    Datum geldig_van{};
    std::optional<Datum> geldig_tot;
    std::string dpia;  ///< where its impact assessment is kept; empty: nobody said
    std::optional<Datum> dpia_op;
};

/// Where the impact assessment (AVG 35) of an activity is kept, and when it was adopted: the municipality's to say.
struct Dpiaverwijzing {
    Tekst<2, 300> verwijzing;
    Datum vastgesteld_op;
};
BOOST_DESCRIBE_STRUCT(Dpiaverwijzing, (), (verwijzing, vastgesteld_op))

/// Who may open what stands apart.
struct Compartiment {
    std::string naam;
    std::vector<std::string> rollen;
};

/// Semicolons between fields, a row for each version, quotes where a field needs them (RFC 4180); UTF-8 with a mark, for
/// spreadsheets.
[[nodiscard]] std::string register_csv(const std::vector<Verwerking>& verwerkingen);
/// The assessment of everything that is done today, as ODT (bytes).
[[nodiscard]] std::string dpia(std::string_view organisatie, const std::vector<Verwerking>& verwerkingen, const std::vector<Compartiment>& compartimenten,
                               const std::vector<archief::Bewaarregel>& bewaarregels, Datum vandaag);

}  // namespace damwand::betrokkene
