// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/voortgang.hpp"
#include "platform/http/uitgaand.hpp"

/// Fetches profiles from KVK's API into a file that laad_bedrijven takes. Part of the room's front door (register.hpp).
namespace damwand::registers {

struct OphaalOpties {
    /// GET of a path below the base of the API ("/v1/basisprofielen/69599084"); throws Fout `niet-beschikbaar` when no answer comes.
    std::function<http::UitAntwoord(const std::string& pad)> haal{};
    /// Waits; the clock of this work, so that a test need not.
    std::function<void(std::chrono::milliseconds)> wacht{};
    unsigned per_seconde = 5;  ///< requests, at most
    unsigned pogingen = 6;     ///< for one number, before all is stopped
    bool vestigingen = false;  ///< of each company also the profile of every establishment it has
    Voortgang voortgang{};     ///< numbers done, of all; false: Fout "afgebroken"
};

/// nummers = gehaald + eerder + niet_gevonden, when it came to its end.
struct Ophaalverslag {
    std::uint64_t nummers = 0;
    std::uint64_t gehaald = 0;
    std::uint64_t eerder = 0;         ///< stood in the file, or was not found, in an earlier run
    std::uint64_t niet_gevonden = 0;  ///< 404, or 400: KVK does not know the number
    std::uint64_t vestigingen = 0;    ///< profiles of establishments that a company named, fetched beside the numbers
    std::uint64_t herhaald = 0;       ///< requests done again after 429, 5xx or silence
};

/// For each number (8 digits: basisprofiel, 12: vestigingsprofiel) one line in `uit`; numbers that KVK does not know go into `uit` + ".niet". Appends:
/// numbers that stand in either are not asked again, and half a line at the end (a run that was killed) is taken off. After 429, 5xx
/// or silence it waits 1, 2, 4 … seconds (a minute at most) and asks again. Throws Fout `nummers-ongeldig` with every bad number's
/// place, `kvk-sleutel` (401, 403), `kvk-antwoordt-niet` (out of attempts, or an answer that is no profile); what was fetched stays.
/// With `vestigingen` the list of each company's establishments is asked as well (…/vestigingen) and each of them like a number; companies of which all are
/// there stand in `uit` + ".vestigingen" and are not asked again.
void haal_bedrijven(const std::vector<std::string>& nummers, const std::filesystem::path& uit, const OphaalOpties& opties, Ophaalverslag& verslag);

}  // namespace damwand::registers
