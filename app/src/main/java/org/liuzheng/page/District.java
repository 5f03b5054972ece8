package org.liuzheng.page;

import java.time.LocalDate;
import org.liuzheng.register.When;
import org.liuzheng.words.Text;

/** The district that the pages are of, and how it understands the two times of a request. */
public interface District {

  /** Such as 江北区; empty before a pack is installed. */
  Text name();

  /** Whether the visitor may propose and approve definitions. */
  boolean opensStudio(Visitor visitor);

  /** The day pages open on. */
  LocalDate today();

  /**
   * @param on as written in the request; empty for {@code otherwise}
   * @param known as written in the request; empty for now
   * @throws NotShown when one of them cannot be understood
   */
  When when(String on, String known, LocalDate otherwise);
}
