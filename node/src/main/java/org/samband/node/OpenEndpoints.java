// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;

/// What answers without a sign-in.
@Configuration(proxyBeanMethods = false)
class OpenEndpoints {
    @Bean
    WebSecurityCustomizer open() {
        return web -> web.ignoring().requestMatchers("/health", "/version");
    }
}
