// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string_view>
#include <utility>

/// Files that are there whole or not at all, also after a power cut (veiligheid.md rule 22). Every fault throws Fout
/// `schijf`: what was being written has then not happened.
namespace damwand {

/// An open file; closed with its owner.
class Handvat {
  public:
    explicit Handvat(int fd = -1) noexcept : m_fd(fd) {}
    ~Handvat() { sluit(); }
    Handvat(Handvat&& ander) noexcept : m_fd(std::exchange(ander.m_fd, -1)) {}
    Handvat& operator=(Handvat&& ander) noexcept {
        if (this != &ander) {
            sluit();
            m_fd = std::exchange(ander.m_fd, -1);
        }
        return *this;
    }
    [[nodiscard]] int fd() const noexcept { return m_fd; }
    [[nodiscard]] explicit operator bool() const noexcept { return m_fd >= 0; }
    void sluit() noexcept;

  private:
    int m_fd;
};

/// Writes all of it, however often the kernel takes only a part.
void schrijf_alles(int fd, std::string_view bytes);
/// fsync; a fault is fatal for the request and never tried again.
void maak_vast(int fd);
/// fsync of a folder: what was renamed or removed in it stays so.
void maak_map_vast(const std::filesystem::path& map);
/// Makes the folder and those above it, each fsynced in its parent.
void maak_map(const std::filesystem::path& map, mode_t rechten);
/// Write aside, fsync, rename, fsync the folder.
void schrijf_duurzaam(const std::filesystem::path& bestand, std::string_view inhoud, mode_t rechten);
/// Removes a file and makes that last; false when there was none.
bool verwijder_duurzaam(const std::filesystem::path& bestand);

}  // namespace damwand
