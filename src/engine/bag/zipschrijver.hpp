// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

struct zip;

/// Writes a zip with libzip. Internal to the generator. The bytes depend on the content only: all parts carry one date.
namespace damwand::bag {

class ZipSchrijver {
  public:
    explicit ZipSchrijver(const std::filesystem::path& pad);
    ZipSchrijver(const ZipSchrijver&) = delete;
    ZipSchrijver& operator=(const ZipSchrijver&) = delete;
    /// Throws nothing: what was not closed is thrown away, and no file is left.
    ~ZipSchrijver();

    /// `maak` is called once, from `sluit`, in the order of adding, and fills the text of this part; the text is
    /// thrown away before the next is made.
    void voeg_toe(const std::string& naam, std::function<void(std::string&)> maak);
    /// A part that is itself a zip: stored, not packed again.
    void voeg_toe_zip(const std::string& naam, const std::filesystem::path& pad);
    /// Writes the file. Throws what `maak` threw, or Fout when the disk refuses.
    void sluit();

  private:
    struct Deel;
    void neem_op(const std::string& naam, void* bron, bool inpakken);
    std::filesystem::path m_pad;
    zip* m_zip = nullptr;
    std::exception_ptr m_uitzondering;
};

}  // namespace damwand::bag
