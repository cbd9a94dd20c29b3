// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "platform/post/post.hpp"
#include "platform/toegang/oidc.hpp"
#include "werk/kaart/kaart.hpp"

/// Configuration: `damwand.toml`, then `DAMWAND_*`, then options. Read once; every fault is told at once.
namespace damwand::app {

struct Instellingen {
    std::filesystem::path map = "gegevens";  ///< data folder: private cluster, keys, files
    std::string dsn;                         ///< a server of your own instead of the private cluster; its user an administrator, no password
    std::string adres = "127.0.0.1";         ///< plain HTTP only on loopback; a proxy on the same host does TLS
    std::uint16_t poort = 8080;
    bool achter_proxy = false;               ///< that proxy says where a request came from (X-Forwarded-For)
    std::filesystem::path web;               ///< the built browser UI; empty: beside the program
    std::filesystem::path scanner = "/usr/bin/clamscan";   ///< ClamAV; not there: files stay in quarantine
    std::filesystem::path signaturen = "/var/lib/clamav";  ///< its signatures
    std::filesystem::path sleutelkopie;      ///< where the keys of dossiers are copied every day, kept 7 days; empty: nowhere
    std::filesystem::path reservekopie;      ///< where `damwand db backup` writes, kept 30 days; empty: it must be said
    std::filesystem::path reservesleutel;    ///< file (0400) with the key of those backups; never beside them
    unsigned werkers = 8;                    ///< requests handled at the same time
    unsigned tempo = 1;                      ///< factor on the rate limits per user
    std::string getuige;                     ///< where checkpoints of the logs go: "bestand:/pad", "syslog" or "https://host/pad"; empty: getuige.jsonl in `map`
    std::filesystem::path getuige_ca;        ///< certificates for an https witness instead of the system's
    unsigned getuige_uiterste = 24;          ///< hours without a checkpoint after which nothing is served
    std::string logniveau = "info";          ///< debug, info, warn, error
    toegang::OidcInstellingen oidc;          ///< an identity provider; without issuer there is none
    post::Instellingen post;                 ///< a mail server; without one there is no mail
    kaart::Achtergrondinstellingen achtergrondkaart{};  ///< a map of somebody else under ours; without an address there is none
};

/// Reads `bestand` when it is there (or was named: then it must be), and the environment. Throws Fout with every fault.
[[nodiscard]] Instellingen lees_instellingen(const std::filesystem::path& bestand, bool moet_er_zijn);
/// The settings as TOML, with a comment per key: `damwand config toon`.
[[nodiscard]] std::string toon(const Instellingen& instellingen);
/// Faults that only the whole shows (plain HTTP off loopback, an unknown log level). Throws Fout with every fault.
void controleer(const Instellingen& instellingen);

}  // namespace damwand::app
