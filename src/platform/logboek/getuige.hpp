// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
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
    void voeg_toe(const Getuigenis& een, std::string_view regel);
};
/// Reads a witness file and checks signatures, order and chain; `openbaar` is the public key. A line that was cut off while
/// it was written is left out. Throws Fout naming file and line. `bestand` absent: no checkpoints.
[[nodiscard]] Getuigenissen lees_getuigenissen(const std::filesystem::path& bestand, const std::string& openbaar);

/// Where checkpoints go: "bestand:/pad" (a mount of another machine) or "syslog".
class Bestemming {
  public:
    explicit Bestemming(std::string waar);
    void breng(const std::string& regel) const;                 ///< throws Fout when it does not arrive
    [[nodiscard]] std::optional<std::filesystem::path> bestand() const;

  private:
    std::string m_waar;
};

/// Brings a checkpoint every `elke` while chains move. A destination that fails is tried again; `storing` hears for how
/// long it has been failing (after a minute, and each hour).
class Getuige {
  public:
    Getuige(std::string dsn, Zegelsleutel sleutel, Bestemming bestemming, std::chrono::milliseconds elke, std::function<void(std::chrono::seconds)> storing);
    ~Getuige();
    Getuige(const Getuige&) = delete;
    Getuige& operator=(const Getuige&) = delete;
    void start();
    void stop();  ///< a last checkpoint, then ends
    /// Now; true when there was something to bring.
    bool breng();

  private:
    void loop();
    std::string m_dsn;
    Zegelsleutel m_sleutel;
    Bestemming m_bestemming;
    std::chrono::milliseconds m_elke;
    std::function<void(std::chrono::seconds)> m_storing;
    std::optional<Getuigenissen> m_stand;
    std::mutex m_slot;
    std::condition_variable m_klok;
    bool m_stop = false;
    std::thread m_draad;
};

}  // namespace damwand::logboek
