// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>

#include "engine/bag/stadsplan.hpp"

/// Gives the objects of the town plan a past: versions, statuses, documents. Internal to the generator. Every answer
/// follows from the seed and the object's identification alone, so that files can be made one type at a time.
namespace damwand::bag {

struct Geschiedenis {
    std::uint64_t zaad = 1;
    Datum standdatum{};

    /// Calls `neem` for every version of the object in files of that kind, in order. All kinds together make up what
    /// the registration holds. About 1.6 versions an object, as in real extracts.
    void versies(const PlanStraat& straat, Bestandsoort soort,
                 const std::function<void(const OpenbareRuimte&)>& neem) const;
    void versies(const PlanPand& pand, Bestandsoort soort, const std::function<void(const Pand&)>& neem) const;
    void versies(const PlanAdres& adres, Bestandsoort soort,
                 const std::function<void(const Verblijfsobject&)>& neem) const;
    void versies(const PlanAdres& adres, Bestandsoort soort, const std::function<void(const Ligplaats&)>& neem) const;
    void versies(const PlanAdres& adres, Bestandsoort soort, const std::function<void(const Standplaats&)>& neem) const;
    void versies(const PlanWoonplaats& plaats, Bestandsoort soort,
                 const std::function<void(const Woonplaats&)>& neem) const;
    /// `neven`: the second address of the object rather than its main one; then it must have one.
    void nummer(const PlanAdres& adres, bool neven, Bestandsoort soort,
                const std::function<void(const Nummeraanduiding&)>& neem) const;
    /// What was or is under investigation about an object; mostly nothing.
    void onderzoek(ObjectType type, std::uint64_t id, const std::function<void(const InOnderzoek&)>& neem) const;
};

}  // namespace damwand::bag
