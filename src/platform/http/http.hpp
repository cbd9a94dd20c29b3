// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fout.hpp"

/// The HTTP edge: sockets in, values out. Knows no routes, users or database; those belong to `platform/poort`.
namespace damwand::http {

enum class Methode { get, head, post, put, patch, verwijder, opties, anders };

/// Takes a body that is too large to hold, piece by piece, before the handler runs. Used by one worker thread at a time;
/// what was taken goes with the last reference.
class Ontvanger {
  public:
    virtual ~Ontvanger() = default;
    virtual void neem(std::string_view stuk) = 0;  ///< may block; a Fout is answered and ends the connection
    [[nodiscard]] virtual std::string kenmerk() const = 0;  ///< what tells the body from another: a hash, once it is in
};

/// A body too large to hold, on its way out. Used by one worker thread at a time.
class Inhoud {
  public:
    virtual ~Inhoud() = default;
    [[nodiscard]] virtual std::uint64_t lengte() const = 0;  ///< bytes in all
    [[nodiscard]] virtual std::string haal() = 0;  ///< the next piece; an exception or a short body cuts the answer off
};

/// One complete, checked request. Paths and query values are percent-decoded UTF-8; a malformed one never gets here.
struct Verzoek {
    Methode methode = Methode::get;
    std::string pad;  ///< "/v1/signalen", without query
    std::multimap<std::string, std::string> query;
    std::map<std::string, std::string> koppen;  ///< names in lower case; a repeated header is joined with ", "
    std::string lijf;
    std::shared_ptr<Ontvanger> ontvangen{};  ///< when set: took the whole body instead of `lijf`
    std::string afkomst;  ///< remote address (behind a proxy the one it names), for the audit log only
    std::string id;       ///< request id (UUID), also in the answer's `verzoek`
    /// Asked to stop when whoever sent this closes the connection (or his half of it) before there is an answer: what takes long may
    /// end then. To be looked at, not to be given callbacks: those would run on the I/O thread.
    std::stop_token weg{};

    [[nodiscard]] std::optional<std::string> kop(std::string_view naam) const;
    [[nodiscard]] std::optional<std::string> koekje(std::string_view naam) const;
    [[nodiscard]] std::optional<std::string> vraag(std::string_view naam) const;  ///< first query value
};

/// A source of server-sent events. `haal` runs on a worker thread: it returns what must be written now ("" = nothing),
/// or nullopt to close. The last reference may go on the I/O thread: a destructor must not block. `wek` is given once;
/// calling it (any thread) makes the server call `haal` again soon.
class Stroom {
  public:
    virtual ~Stroom() = default;
    virtual void begin(std::function<void()> wek) = 0;
    [[nodiscard]] virtual std::optional<std::string> haal() = 0;
};

/// What goes back. The server adds the security headers, `Date`, `Content-Length` and `API-Version` itself.
struct Antwoord {
    int status = 200;
    std::string type = "application/json";
    std::string lijf{};
    std::vector<std::pair<std::string, std::string>> koppen{};
    std::shared_ptr<const std::string> gedeeld{};  ///< when set: the body instead of `lijf`, shared and never copied
    std::shared_ptr<Inhoud> inhoud{};   ///< when set: the body instead of `lijf`
    std::shared_ptr<Stroom> stroom{};              ///< when set: text/event-stream, body ignored
    bool bewaarbaar = false;                       ///< static file: no `Cache-Control: no-store` is added
};

/// A body made once and sent often, as it is and as gzip. Never empty pointers.
struct Gepakt {
    std::shared_ptr<const std::string> inhoud, gezipt;
    [[nodiscard]] std::size_t bytes() const { return inhoud->size() + gezipt->size(); }
};
[[nodiscard]] Gepakt pak(std::string inhoud);
/// Makes it the body of this answer: compressed for whoever takes that.
void geef(Antwoord& antwoord, const Gepakt& lijf, const Verzoek& verzoek);

/// RFC 9457 problem+json with `status`, `code`, `title`, `detail`, `fouten` and `verzoek` (ontwerp.md §4). 429 and 503
/// carry Retry-After: the fault's own waiting time, else 1 and 5 seconds.
[[nodiscard]] Antwoord probleem(const Fout& fout, std::string_view verzoek_id);
/// HTTP status of a kind of fault.
[[nodiscard]] int status_van(FoutSoort soort) noexcept;

/// Files of the built browser UI: `GET /` and every path without extension outside /v1 answer index.html;
/// ETag, If-None-Match, gzip when the client takes it, `immutable` under /assets. Never leaves `map`.
class Bestanden {
  public:
    explicit Bestanden(const std::filesystem::path& map);
    [[nodiscard]] std::optional<Antwoord> antwoord(const Verzoek& verzoek) const;  ///< nullopt: no such file

  private:
    struct Bestand {
        std::shared_ptr<const std::string> inhoud, gezipt;  ///< `gezipt` empty when it would not be smaller
        std::string type, etag;
        bool blijvend = false;
    };
    std::map<std::string, Bestand, std::less<>> m_bestanden;  ///< read once; the build does not change under us
};

/// Every limit is explicit and checked before memory is taken for it.
struct Instellingen {
    std::string adres = "127.0.0.1";
    std::uint16_t poort = 8080;  ///< 0: any free one
    unsigned werkers = 8;        ///< threads that run the handler
    std::size_t kop_limiet = std::size_t{16} * 1024;
    std::size_t lijf_limiet = std::size_t{1024} * 1024;
    std::size_t lijven_limiet =
        std::size_t{64} * 1024 * 1024;  ///< of all bodies being read; beyond it the largest gives way
    std::size_t verbindingen = 4096;    ///< beyond it the longest idle one gives way
    std::size_t wachtrij = 512;         ///< requests waiting for a worker; beyond it 503 with Retry-After
    std::chrono::seconds termijn{20};   ///< for the whole of reading one request
    std::chrono::seconds stil{75};      ///< an idle kept-alive connection
    std::chrono::seconds hartslag{15};  ///< a comment on a silent stream
    std::string api_versie = "0.1.0";
    bool achter_proxy = false;  ///< the remote address is the last one in `X-Forwarded-For`, which the proxy on this machine adds
};

/// Boost.Beast on Asio. Coroutines read and write; handlers run on their own bounded pool and may block.
class Server {
  public:
    using Afhandelaar = std::function<Antwoord(const Verzoek&)>;
    /// Asked on a worker for every body of type application/octet-stream, when only its head is in (Content-Length is
    /// there): who takes it, nullptr for the ordinary way, or a Fout that is answered at once.
    using Opvanger = std::function<std::shared_ptr<Ontvanger>(const Verzoek&)>;
    Server(Instellingen instellingen, Afhandelaar afhandelaar, Opvanger opvanger = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    void start();  ///< binds and returns; throws Fout when the port is taken
    [[nodiscard]] std::uint16_t poort() const;
    /// No new connections; requests under way get `bedenktijd` to finish, streams are closed. Returns when all is
    /// quiet.
    void stop(std::chrono::milliseconds bedenktijd = std::chrono::seconds(5));

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m_binnen;
};

}  // namespace damwand::http
