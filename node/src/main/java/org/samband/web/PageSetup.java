// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/// Makes Spring answer with {@link Page}s and serve the static files, whose addresses bear a hash
/// of their content and which browsers keep for a year.
@Configuration(proxyBeanMethods = false)
class PageSetup implements WebMvcConfigurer {
    private final PageAnswer answer;
    private final FrameParameters parameters;
    private final PartnershipCheck partnerships;

    PageSetup(PageAnswer answer, FrameParameters parameters, PartnershipCheck partnerships) {
        this.answer = answer;
        this.parameters = parameters;
        this.partnerships = partnerships;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> all) {
        all.add(answer);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> all) {
        all.add(parameters);
    }

    @Override
    public void addInterceptors(InterceptorRegistry all) {
        all.addInterceptor(partnerships);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry all) {
        all.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new CssLinkResourceTransformer());
    }
}
