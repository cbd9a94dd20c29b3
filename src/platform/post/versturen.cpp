// SPDX-License-Identifier: EUPL-1.2
#include <curl/curl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <mutex>

#include "base/fout.hpp"
#include "platform/post/post.hpp"

namespace damwand::post {
namespace {

/// The host of "smtp://host:port".
std::string host_van(const std::string& server) {
    const auto begin = server.find("://");
    if (begin == std::string::npos) return {};
    const auto rest = server.substr(begin + 3);
    return rest.substr(0, rest.starts_with('[') ? rest.find(']') + 1 : rest.find(':'));
}
bool is_lus(const std::string& host) { return host == "127.0.0.1" || host == "localhost" || host == "[::1]"; }

bool is_adres(const std::string& tekst) {
    const auto plek = tekst.find('@');
    return plek != std::string::npos && plek > 0 && plek + 1 < tekst.size() && std::ranges::none_of(tekst, [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>'; });
}

struct Lezing {
    const std::string* tekst;
    std::size_t plek = 0;
};
std::size_t geef(char* waar, std::size_t, std::size_t hoeveel, void* gegevens) {
    auto& l = *static_cast<Lezing*>(gegevens);
    const auto n = std::min(hoeveel, l.tekst->size() - l.plek);
    std::memcpy(waar, l.tekst->data() + l.plek, n);
    l.plek += n;
    return n;
}
std::size_t vergeet(char*, std::size_t, std::size_t aantal, void*) { return aantal; }

std::string lees_wachtwoord(const std::filesystem::path& bestand) {
    struct stat stand {};
    if (stat(bestand.c_str(), &stand) != 0 || (stand.st_mode & 077) != 0) {
        throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.", {{"post.wachtwoord_bestand", "ongeldig", "Dit bestand is er niet, of anderen kunnen het lezen (maak het 0400)."}});
    }
    std::string uit;
    std::ifstream in(bestand);
    std::getline(in, uit);
    return uit;
}

}  // namespace

void controleer(const Instellingen& i) {
    if (!i.aan()) return;
    std::vector<VeldFout> fouten;
    const auto host = host_van(i.server);
    if (host.empty() || i.server.find('@') != std::string::npos || !(i.server.starts_with("smtp://") || i.server.starts_with("smtps://"))) {
        fouten.push_back({"post.server", "ongeldig", "Geef smtp://host:poort (met STARTTLS) of smtps://host:poort."});
    }
    if (!is_adres(i.afzender)) fouten.push_back({"post.afzender", "ongeldig", "Geef het adres waar berichten vandaan komen."});
    if (!i.schermen.starts_with("https://") && !i.schermen.starts_with("http://localhost")) fouten.push_back({"post.schermen", "ongeldig", "Geef het adres van Damwand in de browser, met https."});
    if (i.van_uur >= i.tot_uur) fouten.push_back({"post.van_uur", "ongeldig", "Het eerste uur ligt voor het laatste."});
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.", std::move(fouten));
    if (!i.gebruiker.empty()) static_cast<void>(lees_wachtwoord(i.wachtwoord_bestand));
}

void verstuur(const Instellingen& i, const std::string& aan, const std::string& tekst) {
    static std::once_flag een_keer;
    std::call_once(een_keer, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> houder(curl_easy_init(), curl_easy_cleanup);
    auto* c = houder.get();
    const auto mislukt = [](std::string waarom) { return Fout(FoutSoort::niet_beschikbaar, "post", "De mailserver nam het bericht niet aan.", {}, std::move(waarom)); };
    if (c == nullptr) throw mislukt("curl");
    Lezing lezing{&tekst};
    curl_easy_setopt(c, CURLOPT_URL, i.server.c_str());
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // Off this machine nothing leaves without TLS, whatever the server offers.
    curl_easy_setopt(c, CURLOPT_USE_SSL, static_cast<long>(is_lus(host_van(i.server)) && i.ca_bestand.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(c, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!i.ca_bestand.empty()) curl_easy_setopt(c, CURLOPT_CAINFO, i.ca_bestand.c_str());
    curl_easy_setopt(c, CURLOPT_PROXY, "");
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, 5000L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, 20000L);
    if (!i.gebruiker.empty()) {
        curl_easy_setopt(c, CURLOPT_USERNAME, i.gebruiker.c_str());
        curl_easy_setopt(c, CURLOPT_PASSWORD, lees_wachtwoord(i.wachtwoord_bestand).c_str());
    }
    const auto van = "<" + i.afzender + ">";
    curl_easy_setopt(c, CURLOPT_MAIL_FROM, van.c_str());
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> ontvangers(curl_slist_append(nullptr, ("<" + aan + ">").c_str()), curl_slist_free_all);
    curl_easy_setopt(c, CURLOPT_MAIL_RCPT, ontvangers.get());
    curl_easy_setopt(c, CURLOPT_READFUNCTION, &geef);
    curl_easy_setopt(c, CURLOPT_READDATA, &lezing);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, &vergeet);
    curl_easy_setopt(c, CURLOPT_UPLOAD, 1L);
    if (const auto fout = curl_easy_perform(c); fout != CURLE_OK) {
        long code = 0;
        curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &code);
        throw mislukt(std::string(curl_easy_strerror(fout)) + ", " + std::to_string(code));
    }
}

}  // namespace damwand::post
