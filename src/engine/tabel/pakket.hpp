// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/voortgang.hpp"

struct zip;

/// A zip of XML files, read part by part within bounds. Internal to the library.
namespace damwand::tabel {

/// What is in a tag, by local name: another namespace with the same name is the same.
using Kenmerken = std::vector<std::pair<std::string_view, std::string_view>>;
[[nodiscard]] std::string_view kenmerk(const Kenmerken& kenmerken, std::string_view naam);  ///< empty when it is not there

/// Receives the XML of a part. Views live as long as the call.
class Xmllezer {
  public:
    virtual ~Xmllezer() = default;
    virtual void open(std::string_view naam, const Kenmerken& kenmerken) = 0;
    virtual void sluit(std::string_view naam) = 0;
    virtual void tekst(std::string_view stuk) = 0;
    [[nodiscard]] virtual bool klaar() const { return false; }  ///< nothing after this is needed
};

class Pakket {
  public:
    /// Throw `tabel-ongeldig` when it is no whole zip or holds more than ten thousand files.
    static Pakket open(const std::filesystem::path& pad);
    static Pakket open_inhoud(std::string_view inhoud);  ///< the bytes must live as long
    [[nodiscard]] bool heeft(const std::string& naam) const;
    /// Reads a part to its end; nothing when it is not there. Throws when it is no well-formed XML, has a DOCTYPE or entities, is nested too
    /// deep, or unpacks to more than `grootste_deel` or a thousandfold.
    void lees(const std::string& naam, Xmllezer& lezer, const Voortgang& voortgang = {}) const;

  private:
    struct Sluiter {
        void operator()(zip* archief) const noexcept;
    };
    explicit Pakket(zip* archief);
    std::unique_ptr<zip, Sluiter> m_zip;
};

}  // namespace damwand::tabel
