// SPDX-License-Identifier: EUPL-1.2
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "platform/post/post.hpp"

namespace damwand::post {
namespace {

std::string tel(int aantal, std::string_view een, std::string_view meer) { return aantal == 0 ? std::string{} : fmt::format("- {} {}\r\n", aantal, aantal == 1 ? een : meer); }

}  // namespace

std::string bericht(const Instellingen& i, const std::string& aan, const Uuid& id, const Aantallen& a, Tijdstip nu) {
    const int samen = a.te_laat + a.binnenkort + a.geescaleerd + a.vragen;
    const auto host = i.afzender.substr(i.afzender.find('@') + 1);
    const auto seconden = std::chrono::floor<std::chrono::seconds>(nu);
    std::string uit = fmt::format("From: Damwand <{}>\r\nTo: <{}>\r\nSubject: Damwand: {} {} op u\r\nDate: {:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: <{}@{}>\r\n"
                                  "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\nAuto-Submitted: auto-generated\r\n\r\n",
                                  i.afzender, aan, samen, samen == 1 ? "ding wacht" : "dingen wachten",
                                  fmt::gmtime(static_cast<std::time_t>(seconden.time_since_epoch().count())), id.tekst(), host);
    uit += "In Damwand wacht werk op u.\r\n\r\n";
    uit += tel(a.te_laat, "actie is te laat", "acties zijn te laat");
    uit += tel(a.binnenkort, "actie moet binnen twee dagen klaar zijn", "acties moeten binnen twee dagen klaar zijn");
    uit += tel(a.geescaleerd, "actie van een ander is een week te laat en ligt bij u", "acties van anderen zijn een week te laat en liggen bij u");
    uit += tel(a.vragen, "vraag wacht op uw antwoord", "vragen wachten op uw antwoord");
    uit += fmt::format("\r\n{}/{}\r\n\r\n", i.schermen, a.te_laat + a.binnenkort + a.geescaleerd == 0 ? "vragen" : "acties");
    uit += "Dit bericht noemt met opzet geen inhoud. Work is waiting for you in Damwand; this message names no content on purpose.\r\n";
    return uit;
}

std::optional<std::chrono::minutes> wacht_na(int pogingen) {
    if (pogingen >= 10) return std::nullopt;
    return std::chrono::minutes(std::min(1 << pogingen, 360));
}

}  // namespace damwand::post
