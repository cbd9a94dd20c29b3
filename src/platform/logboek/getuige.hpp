// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/tijd.hpp"
#include "platform/http/uitgaand.hpp"
#include "platform/logboek/zegel.hpp"

/// Checkpoints: how far every chain of the logs came, signed, and brought to a place that this machine cannot change
/// (veiligheid.md rule 12). Verification starts there.
namespace damwand::logboek {

/// The key that signs checkpoints (Ed25519), made from a seed of 32 bytes in a file. The public half verifies them.
class Zegelsleutel {
  public:
    explicit Zegelsleutel(const std::filesystem::path& bestand);
    [[nodiscard]] std::string openbaar() const;  ///< 64 hexadecimal digits
    [[nodiscard]] std::string onderteken(std::string_view bytes) const;

  private:
    std::array<unsigned char, 64> m_geheim{};
    Som m_openbaar{};
};

/// One checkpoint: the heads of the chains that moved since the one before. A line holds at most `hoogstens` of them, so
/// that it fits in a syslog message; more make more lines.
struct Getuigenis {
    static constexpr std::size_t hoogstens = 64;
    std::int64_t nummer = 1;
    std::string database;  ///< which database: a random id
    Tijdstip tijd{};
    Som vorige{};          ///< SHA-256 of the line before; zeros for the first
    Koppen koppen;
    [[nodiscard]] std::string regel(const Zegelsleutel& sleutel) const;  ///< one line of JSON, signed
};

/// All checkpoints of a witness, folded.
struct Getuigenissen {
    std::string database;
    std::int64_t nummer = 0;
    Som laatste_regel{};
    std::optional<Tijdstip> laatst;
    std::map<Baan, std::vector<Kop>> koppen;  ///< every head of a lane that was witnessed, in order
    /// When each of them was; none where a witness began, which tells nothing of how old they were.
    std::map<Baan, std::vector<std::optional<Tijdstip>>> tijden;
    void voeg_toe(const Getuigenis& een, std::string_view regel);
};
/// Reads a witness file and checks signatures, order and chain; `openbaar` is the public key. A line that was cut off while
/// it was written is left out, and one that came twice counts once. Throws Fout naming file and line. `bestand` absent: no checkpoints.
[[nodiscard]] Getuigenissen lees_getuigenissen(const std::filesystem::path& bestand, const std::string& openbaar);

/// Where checkpoints go: "bestand:/pad" (a mount of another machine), "syslog", or "https://host/pad", which takes one line
/// of JSON per POST and answers 2xx when it is kept. Its certificate is checked against `ca_bestand`, or the system's. What goes
/// where it cannot be read back is also kept in `kopie`, for the verification by night: a copy for whoever can only reach the database.
class Bestemming {
  public:
    explicit Bestemming(std::string waar, const std::filesystem::path& ca_bestand = {}, std::filesystem::path kopie = {});
    void breng(const std::string& regel) const;  ///< throws Fout when it does not arrive
    /// Where what was brought can be read on this machine: the file itself, or the copy.
    [[nodiscard]] std::optional<std::filesystem::path> bestand() const;

  private:
    std::string m_waar;
    std::filesystem::path m_kopie;
    std::shared_ptr<const http::Uitgaand> m_uit;
};

/// Brings a checkpoint every `elke` while chains move. A line that did not arrive is sent again, byte for byte, until it does:
/// who takes them may see one twice. `storing` hears for how long none arrived (after a minute, and each hour); the moment of
/// the last that did is kept in the database, so that starting anew does not begin the count again.
class Getuige {
  public:
    Getuige(std::string dsn, Zegelsleutel sleutel, Bestemming bestemming, std::chrono::milliseconds elke, std::function<void(std::chrono::seconds)> storing,
            std::chrono::seconds uiterste = std::chrono::hours(24));
    ~Getuige();
    Getuige(const Getuige&) = delete;
    Getuige& operator=(const Getuige&) = delete;
    void start();
    void stop();  ///< a last checkpoint, then ends
    /// Now; true when there was something to bring.
    bool breng();
    /// Checkpoints have not left for longer than `uiterste`: no audit, no data (veiligheid.md V9). Ends with the first that does.
    [[nodiscard]] bool zwijgt_te_lang() const noexcept { return m_zwijgt; }

  private:
    struct Onderweg {
        Getuigenis een;
        std::string regel;
    };
    void loop();
    bool bezorg();
    std::string m_dsn;
    Zegelsleutel m_sleutel;
    Bestemming m_bestemming;
    std::chrono::milliseconds m_elke;
    std::function<void(std::chrono::seconds)> m_storing;
    std::chrono::seconds m_uiterste;
    std::atomic<bool> m_zwijgt{false};
    std::optional<Getuigenissen> m_stand;
    std::optional<Onderweg> m_onderweg;
    std::mutex m_slot;
    std::condition_variable m_klok;
    bool m_stop = false;
    std::thread m_draad;
};

}  // namespace damwand::logboek
