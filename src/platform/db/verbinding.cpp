// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <unordered_map>

#include "platform/db/db.hpp"

namespace damwand::db {
namespace {

using Uitkomst = std::unique_ptr<pg_result, decltype(&PQclear)>;

[[noreturn]] void weiger(PGconn* verbinding, const pg_result* uitkomst) {
    const char* staat = uitkomst != nullptr ? PQresultErrorField(uitkomst, PG_DIAG_SQLSTATE) : nullptr;
    const char* beperking = uitkomst != nullptr ? PQresultErrorField(uitkomst, PG_DIAG_CONSTRAINT_NAME) : nullptr;
    const char* kern = uitkomst != nullptr ? PQresultErrorField(uitkomst, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    // The primary message names tables and constraints; DETAIL, which repeats values, is never read. Of class 22 (data) the
    // primary message repeats the value too, in quotes at its end: what is said ends up in the technical log.
    std::string tekst = kern != nullptr ? kern : (PQstatus(verbinding) == CONNECTION_OK ? "statement failed" : "connection lost");
    if (staat != nullptr && std::string_view(staat).starts_with("22")) tekst.resize(std::min(tekst.size(), tekst.find('"')));
    throw DbFout(staat != nullptr ? staat : "08006", beperking != nullptr ? beperking : "", tekst);
}

}  // namespace

bool DbFout::buiten_bereik() const noexcept {
    return m_sqlstate.starts_with("08") || m_sqlstate.starts_with("53") || m_sqlstate.starts_with("57P") ||
           m_sqlstate.starts_with("58") || m_sqlstate == "25006" || m_sqlstate == "55P03";
}

Resultaat::Resultaat(pg_result* resultaat) : m_resultaat(resultaat, PQclear), m_aantal(PQntuples(resultaat)) {}

std::int64_t Resultaat::geraakt() const {
    const std::string_view aantal = PQcmdTuples(m_resultaat.get());
    return aantal.empty() ? 0 : lees_geheel(aantal);
}

std::optional<std::string_view> Rij::ruw(std::string_view kolom) const {
    const auto nummer = PQfnumber(m_resultaat, (fmt::format("\"{}\"", kolom)).c_str());
    if (nummer < 0) throw std::runtime_error(fmt::format("the result has no column {}", kolom));
    if (PQgetisnull(m_resultaat, m_rij, nummer) != 0) return std::nullopt;
    return std::string_view(PQgetvalue(m_resultaat, m_rij, nummer),
                            static_cast<std::size_t>(PQgetlength(m_resultaat, m_rij, nummer)));
}

bool Rij::leeg(std::string_view kolom) const { return !ruw(kolom).has_value(); }

void Rij::leeg_fout(std::string_view kolom) {
    throw std::runtime_error(fmt::format("column {} is null where a value must be", kolom));
}

struct Verbinding::Binnenwerk {
    PGconn* pg = nullptr;
    std::unordered_map<std::string, std::string> voorbereid;
    std::unique_ptr<char, decltype(&PQfreemem)> kopie{nullptr, PQfreemem};  ///< the tuple that volgende_kopie gave last
};

Verbinding::Verbinding(const std::string& dsn) : m(std::make_unique<Binnenwerk>()) {
    m->pg = PQconnectdb(dsn.c_str());
    if (PQstatus(m->pg) != CONNECTION_OK) {
        const std::string reden = PQerrorMessage(m->pg);
        PQfinish(m->pg);
        m->pg = nullptr;
        throw DbFout("08001", "", reden);
    }
    PQsetNoticeProcessor(m->pg, [](void*, const char*) {}, nullptr);
    script("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set client_encoding = 'UTF8'; set search_path = pg_catalog");
}

Verbinding::~Verbinding() {
    if (m && m->pg != nullptr) PQfinish(m->pg);
}
Verbinding::Verbinding(Verbinding&&) noexcept = default;
Verbinding& Verbinding::operator=(Verbinding&& ander) noexcept {
    std::swap(m, ander.m);
    return *this;
}

void Verbinding::script(const std::string& sql) {
    const Uitkomst uitkomst(PQexec(m->pg, sql.c_str()), PQclear);
    const auto status = PQresultStatus(uitkomst.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) weiger(m->pg, uitkomst.get());
}

void Verbinding::leg_vast() {
    const Uitkomst uitkomst(PQexec(m->pg, "commit"), PQclear);
    if (PQresultStatus(uitkomst.get()) != PGRES_COMMAND_OK) weiger(m->pg, uitkomst.get());
    if (std::string_view(PQcmdStatus(uitkomst.get())) != "COMMIT") throw DbFout("40000", "", "the transaction had failed");
}

Resultaat Verbinding::vraag(std::string_view sql, const std::vector<Parameter>& parameters) {
    std::vector<const char*> waarden;
    waarden.reserve(parameters.size());
    for (const auto& p : parameters) waarden.push_back(p ? p->c_str() : nullptr);
    const std::string tekst(sql);
    auto voorbereid = m->voorbereid.find(tekst);
    if (voorbereid == m->voorbereid.end()) {
        const auto naam = fmt::format("s{}", m->voorbereid.size());
        const Uitkomst klaar(PQprepare(m->pg, naam.c_str(), tekst.c_str(), 0, nullptr), PQclear);
        if (PQresultStatus(klaar.get()) != PGRES_COMMAND_OK) weiger(m->pg, klaar.get());
        voorbereid = m->voorbereid.emplace(tekst, naam).first;
    }
    Uitkomst uitkomst(PQexecPrepared(m->pg, voorbereid->second.c_str(), static_cast<int>(waarden.size()), waarden.data(),
                                     nullptr, nullptr, 0),
                      PQclear);
    const auto status = PQresultStatus(uitkomst.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) weiger(m->pg, uitkomst.get());
    return Resultaat(uitkomst.release());
}

void Verbinding::kopieer_begin(const std::string& sql) {
    const Uitkomst uitkomst(PQexec(m->pg, sql.c_str()), PQclear);
    if (PQresultStatus(uitkomst.get()) != PGRES_COPY_IN) weiger(m->pg, uitkomst.get());
}

void Verbinding::kopieer(std::string_view bytes) {
    if (PQputCopyData(m->pg, bytes.data(), static_cast<int>(bytes.size())) != 1) weiger(m->pg, nullptr);
}

void Verbinding::kopieer_einde() {
    if (PQputCopyEnd(m->pg, nullptr) != 1) weiger(m->pg, nullptr);
    while (Uitkomst uitkomst{PQgetResult(m->pg), PQclear}) {
        if (PQresultStatus(uitkomst.get()) != PGRES_COMMAND_OK) weiger(m->pg, uitkomst.get());
    }
}

void Verbinding::kopieer_uit(const std::string& sql) {
    const Uitkomst uitkomst(PQexec(m->pg, sql.c_str()), PQclear);
    if (PQresultStatus(uitkomst.get()) != PGRES_COPY_OUT) weiger(m->pg, uitkomst.get());
}

std::optional<std::string_view> Verbinding::volgende_kopie() {
    char* bytes = nullptr;
    const int lengte = PQgetCopyData(m->pg, &bytes, 0);
    m->kopie.reset(bytes);
    if (lengte >= 0) return std::string_view(bytes, static_cast<std::size_t>(lengte));
    while (Uitkomst uitkomst{PQgetResult(m->pg), PQclear}) {
        if (PQresultStatus(uitkomst.get()) != PGRES_COMMAND_OK) weiger(m->pg, uitkomst.get());
    }
    return std::nullopt;
}

bool Verbinding::wacht_op_bericht(std::chrono::milliseconds hoogstens) {
    const auto is_er_een = [&] {
        bool er_is_een = false;
        while (PGnotify* bericht = PQnotifies(m->pg)) {
            er_is_een = true;
            PQfreemem(bericht);
        }
        return er_is_een;
    };
    if (is_er_een()) return true;
    pollfd oor{PQsocket(m->pg), POLLIN, 0};
    if (poll(&oor, 1, static_cast<int>(hoogstens.count())) > 0 && PQconsumeInput(m->pg) != 1) weiger(m->pg, nullptr);
    return is_er_een();
}

bool Verbinding::in_orde() const noexcept {
    return m && m->pg != nullptr && PQstatus(m->pg) == CONNECTION_OK && PQtransactionStatus(m->pg) == PQTRANS_IDLE;
}

void Verbinding::breek_af() noexcept {
    if (PGcancel* einde = PQgetCancel(m->pg)) {
        char reden[256];
        PQcancel(einde, reden, sizeof reden);
        PQfreeCancel(einde);
    }
}

}  // namespace damwand::db
