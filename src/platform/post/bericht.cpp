// SPDX-License-Identifier: EUPL-1.2
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <array>

#include "platform/post/post.hpp"

namespace damwand::post {
namespace {

/// A sentence in the language of who reads it.
using Zin = std::array<std::string_view, 2>;
std::string_view in(Taal taal, const Zin& zin) { return zin.at(taal == Taal::en ? 1 : 0); }

std::string tel(Taal taal, int aantal, const Zin& een, const Zin& meer) { return aantal == 0 ? std::string{} : fmt::format("- {} {}\r\n", aantal, in(taal, aantal == 1 ? een : meer)); }

std::string dag(Taal taal, Datum datum) {
    if (taal == Taal::nl) return voluit(datum);
    return fmt::format("{} {:%B %Y}", static_cast<unsigned>(datum.day()), fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::sys_days(datum))));
}

std::string kop(const Instellingen& i, const Adres& adres, std::string_view onderwerp, Tijdstip nu) {
    const auto seconden = std::chrono::floor<std::chrono::seconds>(nu);
    return fmt::format("From: Damwand <{}>\r\nTo: <{}>\r\nSubject: Damwand: {}\r\nDate: {:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: <{}@{}>\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n",
                       i.afzender, adres.aan, onderwerp, fmt::gmtime(static_cast<std::time_t>(seconden.time_since_epoch().count())), adres.id.tekst(), i.afzender.substr(i.afzender.find('@') + 1));
}
constexpr std::string_view als_tekst = "Content-Type: text/plain; charset=us-ascii\r\n\r\n";

/// RFC 2045: lines of 76 characters.
std::string base64(std::string_view bytes) {
    std::string lang(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(lang.data(), lang.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    lang.pop_back();  // its zero
    std::string uit;
    for (std::size_t i = 0; i < lang.size(); i += 76) uit += lang.substr(i, 76) + "\r\n";
    return uit;
}

}  // namespace

std::string bericht(const Instellingen& i, const Adres& adres, const Aantallen& a, Tijdstip nu) {
    const auto t = adres.taal;
    const int acties = a.te_laat + a.binnenkort + a.geescaleerd;
    const int samen = acties + a.vragen + a.overleggen;
    auto uit = kop(i, adres, fmt::format("{} {}", samen, in(t, samen == 1 ? Zin{"ding wacht op u", "thing waits for you"} : Zin{"dingen wachten op u", "things wait for you"})), nu);
    uit += als_tekst;
    uit += fmt::format("{}\r\n\r\n", in(t, {"In Damwand wacht werk op u.", "Work is waiting for you in Damwand."}));
    uit += tel(t, a.overleggen, {"overleg is vandaag of morgen", "meeting is today or tomorrow"}, {"overleggen zijn vandaag of morgen", "meetings are today or tomorrow"});
    uit += tel(t, a.te_laat, {"actie is te laat", "action is overdue"}, {"acties zijn te laat", "actions are overdue"});
    uit += tel(t, a.binnenkort, {"actie moet binnen twee dagen klaar zijn", "action is due within two days"}, {"acties moeten binnen twee dagen klaar zijn", "actions are due within two days"});
    uit += tel(t, a.geescaleerd, {"actie van een ander is een week te laat en ligt bij u", "action of somebody else is a week overdue and is with you"},
               {"acties van anderen zijn een week te laat en liggen bij u", "actions of others are a week overdue and are with you"});
    uit += tel(t, a.vragen, {"vraag wacht op uw antwoord", "question waits for your answer"}, {"vragen wachten op uw antwoord", "questions wait for your answer"});
    uit += fmt::format("\r\n{}/{}\r\n\r\n", i.schermen, acties > 0 ? "acties" : a.vragen > 0 ? "vragen" : "overleg");
    uit += fmt::format("{}\r\n", in(t, {"Dit bericht noemt met opzet geen inhoud.", "This message names no content on purpose."}));
    return uit;
}

std::string bericht(const Instellingen& i, const Adres& adres, const Uitnodiging& u, Tijdstip nu) {
    const auto t = adres.taal;
    const auto d = dag(t, u.datum);
    const auto tijden = fmt::format("{:02}:{:02} - {:02}:{:02}", u.begin / 60, u.begin % 60, u.eind / 60, u.eind % 60);
    const auto grens = fmt::format("deel-{}", adres.id.tekst());
    const bool weg = u.afgezegd || u.afgelast;
    const auto onderwerp = u.afgezegd ? Zin{"u hoeft niet bij het overleg van", "you are not expected at the meeting of"}
                           : u.afgelast ? Zin{"afgelast: overleg van", "called off: meeting of"}
                                        : Zin{"overleg op", "meeting on"};
    auto uit = kop(i, adres, fmt::format("{} {}", in(t, onderwerp), d), nu);
    uit += fmt::format("Content-Type: multipart/mixed; boundary=\"{}\"\r\n\r\n--{}\r\n", grens, grens);
    uit += als_tekst;
    if (weg) {
        const auto zin = u.afgezegd ? Zin{"U neemt niet meer deel aan het overleg van", "You no longer take part in the meeting of"}
                                    : Zin{"Niet gehouden wordt het overleg van", "Called off is the meeting of"};
        uit += fmt::format("{} {}, {}.\r\n\r\n{}\r\n", in(t, zin), d, tijden,
                           in(t, {"De bijlage haalt het uit uw agenda.", "The attachment takes it out of your calendar."}));
    } else {
        uit += fmt::format("{} {}, {}.\r\n\r\n{}\r\n\r\n{}\r\n{}\r\n", in(t, {"U bent gevraagd voor een overleg op", "You are asked to a meeting on"}), d, tijden,
                           in(t, {"De bijlage zet het in uw agenda, of past aan wat daar al stond.", "The attachment puts it in your calendar, or changes what stood there."}),
                           in(t, {"Wat er voor u op tafel ligt, ziet u in Damwand:", "What is on the table for you, you see in Damwand:"}), u.adres);
    }
    uit += fmt::format("\r\n{}\r\n--{}\r\nContent-Type: text/calendar; charset=utf-8; method={}; name=\"overleg.ics\"\r\nContent-Disposition: attachment; filename=\"overleg.ics\"\r\n"
                       "Content-Transfer-Encoding: base64\r\n\r\n{}--{}--\r\n",
                       in(t, {"Dit bericht noemt met opzet geen inhoud.", "This message names no content on purpose."}), grens, weg ? "CANCEL" : "PUBLISH", base64(ics(u)), grens);
    return uit;
}

std::optional<std::chrono::minutes> wacht_na(int pogingen) {
    if (pogingen >= 10) return std::nullopt;
    return std::chrono::minutes(std::min(1 << pogingen, 360));
}

}  // namespace damwand::post
