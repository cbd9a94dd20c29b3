// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/duurzaam.hpp"
#include "platform/documenten/sleutels.hpp"
#include "platform/http/http.hpp"

namespace damwand::documenten {

class Opslag;

/// A file as it comes in: closed with a key that lives only in memory, in a file that has no name. Whatever happens to
/// the program, nothing readable is left of it.
class Opvang final : public http::Ontvanger {
  public:
    ~Opvang() override;
    void neem(std::string_view stuk) override;
    [[nodiscard]] std::string kenmerk() const override;
    /// After the last piece.
    [[nodiscard]] std::uint64_t omvang() const noexcept { return m_omvang; }
    [[nodiscard]] const std::string& begin() const noexcept { return m_begin; }  ///< the first 64 bytes at most
    /// The content from the start, piece by piece; the caller's.
    void lees(const std::function<void(std::string_view)>& per_stuk);

  private:
    friend class Opslag;
    Opvang(std::atomic<int>& plaatsen, const std::filesystem::path& map);
    struct Binnenwerk;
    std::atomic<int>& m_plaatsen;
    std::unique_ptr<Binnenwerk> m;
    std::uint64_t m_omvang = 0;
    std::string m_begin;
};

/// Where a stored file stands: waiting for its verdict, or clean.
enum class Plek { quarantaine, opslag };

/// Content of a file, decrypted piece by piece while it is read. `lengte` is the row's.
class Inhoud final : public http::Inhoud {
  public:
    Inhoud(Handvat bestand, const Sleutel& sleutel, std::uint64_t lengte);
    ~Inhoud() override;
    [[nodiscard]] std::uint64_t lengte() const override { return m_lengte; }
    [[nodiscard]] std::string haal() override;

  private:
    Handvat m_bestand;
    struct Lezer;
    std::unique_ptr<Lezer> m_lezer;
    std::uint64_t m_lengte;
};

/// The encrypted store on disk: <map>/quarantaine and <map>/opslag, each <organisatie>/<dossier>/<name>; a name is the
/// HMAC-SHA256 of the content under the dossier's key (64 hex). Knows no rows. Thread safe.
class Opslag {
  public:
    Opslag(std::filesystem::path map, const Sleutels& sleutels);

    static constexpr std::uint64_t meeste_bytes = std::uint64_t{50} * 1024 * 1024;  ///< of one file
    static constexpr int meeste_tegelijk = 16;                                      ///< files coming in at the same time

    /// Room for a file that comes in. Throws Fout `te-druk` (503) when `meeste_tegelijk` are on their way.
    [[nodiscard]] std::shared_ptr<Opvang> vang_op();
    /// Puts what came in into quarantine and returns its name; it is on disk when this returns (rule 22).
    [[nodiscard]] std::string bewaar(const Dossier& dossier, Opvang& opvang);
    /// Clean: moves it to the store. Safe to repeat.
    void keur_goed(const Dossier& dossier, const std::string& naam);
    /// A copy under another dossier's key, in the same place; returns its name there.
    [[nodiscard]] std::string kopieer(const Dossier& van, const std::string& naam, const Dossier& naar, std::uint64_t lengte);
    /// Throws Fout `document-vernietigd` when key or file is gone.
    [[nodiscard]] std::unique_ptr<Inhoud> open(const Dossier& dossier, const std::string& naam, Plek plek, std::uint64_t lengte) const;
    /// Where the file stands: in the store once `keur_goed` has moved it.
    [[nodiscard]] Plek plek_van(const Dossier& dossier, const std::string& naam) const;
    /// Removes one file, wherever it stands.
    void verwijder(const Dossier& dossier, const std::string& naam);
    /// Destroys the key of a dossier, then removes all its files. Safe to repeat. Returns the number of files removed.
    std::size_t vernietig(const Dossier& dossier);

    /// True while a folder of this dossier stands on disk, in either place.
    [[nodiscard]] bool heeft(const Dossier& dossier) const;

    /// What stands on disk: per dossier the names last touched before `voor`, in either place; leftovers of a write that
    /// was cut off come under the name they have.
    struct Gevonden {
        Dossier dossier;  ///< `soort` is empty: the disk does not know
        std::set<std::string> namen;
    };
    [[nodiscard]] std::vector<Gevonden> ouder_dan(std::filesystem::file_time_type voor) const;

    [[nodiscard]] const Sleutels& sleutels() const noexcept { return m_sleutels; }

  private:
    [[nodiscard]] std::filesystem::path map(Plek plek, const Dossier& dossier) const;
    [[nodiscard]] std::string schrijf(const Dossier& dossier, Plek plek,
                                      const std::function<void(const std::function<void(std::string_view)>&)>& bron);
    std::filesystem::path m_map;
    const Sleutels& m_sleutels;
    std::atomic<int> m_plaatsen{0};
};

}  // namespace damwand::documenten
