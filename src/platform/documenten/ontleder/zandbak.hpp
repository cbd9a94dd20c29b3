// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

/// Gives away every right this process does not need, for good. The kernel refuses from then on; nothing here asks.
namespace damwand::documenten::ontleder {

/// For a process that only computes: memory it has read, and answers on an open pipe. No files, network, processes,
/// signals to others. Returns the version of Landlock, 0 when the kernel has none (seccomp then stands alone).
/// Throws std::runtime_error when a step fails: no sandbox, no parsing.
int sluit_op();

/// For the virus scanner: reads its signatures and the system's libraries, writes in one folder, starts nothing but
/// itself, no network. Call before exec.
struct Scannerruimte {
    std::string programma;               ///< the only thing that may be started
    std::vector<std::string> lezen, schrijven;
};
int sluit_op_voor(const Scannerruimte& ruimte);

/// Landlock alone, for the self-test: what the second wall does without the first.
int alleen_landlock();
/// Root becomes nobody; does nothing for an ordinary user.
void word_niemand();
/// Bytes of memory, and seconds of processor time.
void begrens(unsigned long geheugen, unsigned long processortijd, unsigned long bestandsgrootte);

}  // namespace damwand::documenten::ontleder
